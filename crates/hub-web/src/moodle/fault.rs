//! Refusals of the web service: words for people and the classic error code.

use hub_app::caller::TokenError;
use hub_app::course::withdraw::WithdrawError;
use hub_app::site::update::UpdateError;
use hub_app::{AppError, error_chain};
use hub_core::quota::QuotaError;
use hub_wire::param::ParamError;

/// A refusal, before it is written as XML-RPC or REST.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The classic error code.
    pub code: &'static str,
    /// What, why, and what to do.
    pub text: String,
}

impl Fault {
    pub(super) fn new(code: &'static str, text: impl Into<String>) -> Self {
        Self { code, text: text.into() }
    }
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        let text = error.to_string();
        let code = match &error {
            AppError::Quota(QuotaError::None) => "errornopublication",
            AppError::Quota(QuotaError::Reached { .. }) => "errormaxpublication",
            AppError::HubOff | AppError::ReadOnly => "sitemaintenance",
            AppError::Forbidden(_) | AppError::MembersOnly => "accessexception",
            AppError::Internal(source) => {
                tracing::error!(error = error_chain(source.as_ref()), "A web-service call failed");
                return Self::new("invalidresponse", "Something went wrong inside the hub; try again later");
            }
            _ => "invalidparameter",
        };
        Self { code, text }
    }
}

impl From<TokenError> for Fault {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Invalid => Self::new("invalidtoken", error.to_string()),
            TokenError::Suspended => Self::new("accessexception", error.to_string()),
            TokenError::HubOff => Self::new("sitemaintenance", error.to_string()),
            TokenError::App(error) => error.into(),
        }
    }
}

impl From<ParamError> for Fault {
    fn from(error: ParamError) -> Self {
        Self::new("invalidparameter", format!("Invalid parameter value detected ({error})"))
    }
}

impl From<WithdrawError> for Fault {
    fn from(error: WithdrawError) -> Self {
        match error {
            WithdrawError::OfAnotherSite(_) => {
                Self::new("triedtounregisteracourseforwrongsite", error.to_string())
            }
            WithdrawError::App(error) => error.into(),
        }
    }
}

impl From<UpdateError> for Fault {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::AddressTaken => Self::new("urlalreadyexist", error.to_string()),
            UpdateError::Address(error) => Self::new("invalidparameter", format!("siteinfo => url: {error}")),
            UpdateError::App(error) => error.into(),
        }
    }
}
