//! What a client asked for, parsed once.

use super::{CourseMetadata, Function, GetCourses, SiteInfo};
use crate::Value;
use crate::param::{Fields, Kind, ParamError, Place, ints};
use crate::value::Members;

/// A call with its arguments. Parse it after token and service were checked: the classic order is
/// function, token, service, parameters (section 4.1).
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// `hub_get_info`
    GetInfo,
    /// `hub_update_site_info`
    UpdateSiteInfo(Box<SiteInfo>),
    /// `hub_register_courses`
    RegisterCourses(Vec<CourseMetadata>),
    /// `hub_get_courses`
    GetCourses(Box<GetCourses>),
    /// `hub_unregister_courses`: ids of the hub.
    UnregisterCourses(Vec<i64>),
    /// `hub_unregister_site`
    UnregisterSite,
    /// `hub_get_forminfo`
    GetFormInfo,
    /// `hub_site_is_registered`. Core since 4.5 names the site and its secret, the token it registered
    /// with; other callers send nothing and mean the site of their token.
    SiteIsRegistered {
        /// The site's address.
        siteurl: Option<String>,
        /// The site's **secret**.
        sitesecret: Option<String>,
    },
}

impl Request {
    /// The function this is a call of.
    pub fn function(&self) -> Function {
        match self {
            Self::GetInfo => Function::GetInfo,
            Self::UpdateSiteInfo(_) => Function::UpdateSiteInfo,
            Self::RegisterCourses(_) => Function::RegisterCourses,
            Self::GetCourses(_) => Function::GetCourses,
            Self::UnregisterCourses(_) => Function::UnregisterCourses,
            Self::UnregisterSite => Function::UnregisterSite,
            Self::GetFormInfo => Function::GetFormInfo,
            Self::SiteIsRegistered { .. } => Function::SiteIsRegistered,
        }
    }

    /// Reads the positional parameters of an XML-RPC call. More of them than the function has are an
    /// error (section 4.2).
    ///
    /// # Errors
    /// Answer `invalidparameter`.
    pub fn from_positional(function: Function, params: Vec<Value>) -> Result<Self, ParamError> {
        let names: &[&'static str] = match function {
            Function::GetCourses => {
                return GetCourses::from_positional(params).map(|search| Self::GetCourses(Box::new(search)));
            }
            Function::UpdateSiteInfo => {
                let [value] = exactly(params, ["siteinfo"])?;
                let site = SiteInfo::whole(value, &Place::parameter("siteinfo"))?;
                return Ok(Self::UpdateSiteInfo(Box::new(site)));
            }
            Function::RegisterCourses => &["courses"],
            Function::UnregisterCourses => &["courseids"],
            Function::SiteIsRegistered => &["siteurl", "sitesecret"],
            Function::GetInfo | Function::UnregisterSite | Function::GetFormInfo => &[],
        };
        if params.len() > names.len() {
            return Err(ParamError::TooMany { expected: names.len(), found: params.len() });
        }
        let named = names.iter().map(|name| (*name).into()).zip(params).collect();
        Self::from_named(function, named)
    }

    /// Reads the named parameters of a REST call. Names the function does not have are ignored
    /// (section 4.8); so are missing members of the site's description.
    ///
    /// # Errors
    /// Answer `invalidparameter`.
    pub fn from_named(function: Function, params: Members) -> Result<Self, ParamError> {
        let mut fields = Fields::open(Value::Struct(params), &Place::ROOT)?;
        let mut required =
            |name: &str| fields.take(name).ok_or_else(|| ParamError::Missing { path: name.to_owned() });
        Ok(match function {
            Function::GetInfo => Self::GetInfo,
            Function::UnregisterSite => Self::UnregisterSite,
            Function::GetFormInfo => Self::GetFormInfo,
            Function::UpdateSiteInfo => {
                let site = SiteInfo::partial(required("siteinfo")?, &Place::parameter("siteinfo"))?;
                Self::UpdateSiteInfo(Box::new(site))
            }
            Function::RegisterCourses => {
                let courses = CourseMetadata::list(required("courses")?, &Place::parameter("courses"))?;
                Self::RegisterCourses(courses)
            }
            Function::UnregisterCourses => {
                Self::UnregisterCourses(ints(required("courseids")?, &Place::parameter("courseids"))?)
            }
            Function::GetCourses => Self::GetCourses(Box::new(GetCourses::from_named(&mut fields)?)),
            Function::SiteIsRegistered => Self::SiteIsRegistered {
                siteurl: fields.filled_text("siteurl", Kind::Url)?,
                sitesecret: fields.filled_text("sitesecret", Kind::Raw)?,
            },
        })
    }
}

/// The parameters, if there are as many as names.
fn exactly<const N: usize>(params: Vec<Value>, names: [&str; N]) -> Result<[Value; N], ParamError> {
    let found = params.len();
    params.try_into().map_err(|_| match names.get(found) {
        Some(name) => ParamError::Missing { path: (*name).to_owned() },
        None => ParamError::TooMany { expected: N, found },
    })
}

#[cfg(test)]
mod tests;
