# What the hub mails: staff’s page, and what people want to get.
