//! The names of the functions, and which service may call which.

/// A function of the hub (section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// `hub_get_info`
    GetInfo,
    /// `hub_update_site_info`
    UpdateSiteInfo,
    /// `hub_register_courses`
    RegisterCourses,
    /// `hub_get_courses`
    GetCourses,
    /// `hub_unregister_courses`
    UnregisterCourses,
    /// `hub_unregister_site`
    UnregisterSite,
    /// `hub_get_forminfo`, of the mebis dialect (section 6.9)
    GetFormInfo,
    /// `hub_site_is_registered`, asked by core on its registration page
    SiteIsRegistered,
}

impl Function {
    /// All functions.
    pub const ALL: [Self; 8] = [
        Self::GetInfo,
        Self::UpdateSiteInfo,
        Self::RegisterCourses,
        Self::GetCourses,
        Self::UnregisterCourses,
        Self::UnregisterSite,
        Self::GetFormInfo,
        Self::SiteIsRegistered,
    ];

    /// The function of this name. Anything else, the statistics functions of section 6.8 included,
    /// does not exist: answer `invalidrecord`, before the token is looked at (section 4.1).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|function| function.name() == name)
    }

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::GetInfo => "hub_get_info",
            Self::UpdateSiteInfo => "hub_update_site_info",
            Self::RegisterCourses => "hub_register_courses",
            Self::GetCourses => "hub_get_courses",
            Self::UnregisterCourses => "hub_unregister_courses",
            Self::UnregisterSite => "hub_unregister_site",
            Self::GetFormInfo => "hub_get_forminfo",
            Self::SiteIsRegistered => "hub_site_is_registered",
        }
    }
}

/// What a token stands for; each belongs to exactly one (section 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// The token of one registered site.
    RegisteredSite,
    /// The literal token `publichub` (section 8.2).
    PublicSite,
    /// The token of a hub directory.
    HubDirectory,
}

impl Service {
    /// The name the classic hub gives the service.
    pub fn name(self) -> &'static str {
        match self {
            Self::RegisteredSite => "Registered site",
            Self::PublicSite => "Public site",
            Self::HubDirectory => "Hub directory",
        }
    }

    /// Whether the service holds the function; if not, answer `accessexception`.
    ///
    /// `hub_get_info` for `publichub` is more than the classic hub gave: core since 3.4 asks for it
    /// before it registers (section 6.1). The same core asks `hub_site_is_registered` with either token.
    pub fn holds(self, function: Function) -> bool {
        match self {
            Self::RegisteredSite => true,
            Self::PublicSite => matches!(
                function,
                Function::GetCourses | Function::GetInfo | Function::GetFormInfo | Function::SiteIsRegistered
            ),
            Self::HubDirectory => function == Function::GetInfo,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_is_found_by_its_name() {
        for function in Function::ALL {
            assert_eq!(Function::from_name(function.name()), Some(function));
        }
        assert_eq!(Function::from_name("hub_get_sites"), None);
        assert_eq!(Function::from_name("hub_get_sitesregister"), None);
    }

    #[test]
    fn the_public_token_publishes_nothing_and_the_directory_only_reads_the_hub() {
        assert!(Service::PublicSite.holds(Function::GetCourses));
        for function in [Function::RegisterCourses, Function::UnregisterCourses, Function::UnregisterSite] {
            assert!(!Service::PublicSite.holds(function));
            assert!(!Service::HubDirectory.holds(function));
        }
        assert!(Service::HubDirectory.holds(Function::GetInfo));
        assert!(!Service::HubDirectory.holds(Function::GetCourses));
    }
}
