//! Which generation of client is calling, and which bytes it wants back.

/// The generations of XML-RPC clients (section 2). The REST client of core 3.4+ is told apart before,
/// by its parameter `wsfunction`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Moodle 2.0-3.0, `Zend_XmlRpc_Client`: compact XML, honest UTF-8, asks `system.methodSignature`
    /// before every call.
    Zend,
    /// Moodle 3.1-4.0 and the plug-ins, through PHP's `xmlrpc` extension: indented XML. Its unpatched
    /// half writes each byte of non-ASCII text as a reference of its own (section 4.4). Also every caller
    /// that is not known.
    Extension,
}

impl Family {
    /// Decides by the user agent, and where that says nothing by the beginning of the body: the Zend
    /// client writes `encoding="UTF-8"` in capitals and the call on one line.
    pub fn detect(user_agent: Option<&str>, body: &[u8]) -> Self {
        let agent = user_agent.unwrap_or_default().trim_start();
        if agent.starts_with("Zend_XmlRpc_Client") {
            return Self::Zend;
        }
        if is_extension_agent(agent) {
            return Self::Extension;
        }
        let Some(rest) = body.strip_prefix(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>") else {
            return Self::Extension;
        };
        if rest.trim_ascii_start().starts_with(b"<methodCall><methodName>") {
            Self::Zend
        } else {
            Self::Extension
        }
    }
}

/// How a reply is labelled. Its bytes are UTF-8 in both forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplyForm {
    /// UTF-8 labelled `UTF-8`.
    Utf8,
    /// UTF-8 labelled `ISO-8859-1`: the only form that Moodle 3.1-3.3 (which decodes to ISO-8859-1) and
    /// 4.x (which decodes by the label) both turn into the right text, tried with PHP's own functions.
    Latin1Label,
}

impl ReplyForm {
    /// The reply rule of section 4.4: clients on PHP's extension want the odd label, everybody else the
    /// honest one.
    pub fn for_user_agent(user_agent: Option<&str>) -> Self {
        if is_extension_agent(user_agent.unwrap_or_default().trim_start()) {
            Self::Latin1Label
        } else {
            Self::Utf8
        }
    }
}

fn is_extension_agent(agent: &str) -> bool {
    agent.starts_with("MoodleBot") || agent.starts_with("Moodle XML-RPC Client")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_user_agent_decides_before_the_body() {
        let zend = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>x</methodName>";
        assert_eq!(Family::detect(Some("MoodleBot/1.0"), zend), Family::Extension);
        assert_eq!(Family::detect(Some("Zend_XmlRpc_Client"), b""), Family::Zend);
        assert_eq!(Family::detect(None, zend), Family::Zend);
    }

    #[test]
    fn indented_bodies_and_strangers_count_as_the_extension() {
        let indented =
            b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<methodCall>\n<methodName>x</methodName>";
        assert_eq!(Family::detect(Some("curl/8"), indented), Family::Extension);
        assert_eq!(
            Family::detect(None, b"<?xml version='1.0'?>\n<methodCall>\n<methodName>"),
            Family::Extension
        );
        assert_eq!(Family::detect(None, b""), Family::Extension);
    }

    #[test]
    fn only_moodles_own_agents_get_the_odd_label() {
        assert_eq!(ReplyForm::for_user_agent(Some("MoodleBot/1.0")), ReplyForm::Latin1Label);
        assert_eq!(ReplyForm::for_user_agent(Some("Moodle XML-RPC Client/1.0")), ReplyForm::Latin1Label);
        assert_eq!(ReplyForm::for_user_agent(Some("Zend_XmlRpc_Client")), ReplyForm::Utf8);
        assert_eq!(ReplyForm::for_user_agent(Some("Mozilla/5.0")), ReplyForm::Utf8);
        assert_eq!(ReplyForm::for_user_agent(None), ReplyForm::Utf8);
    }
}
