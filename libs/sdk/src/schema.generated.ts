// Written by npm run generate; not to be edited.
export interface paths {
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the sessions in which the caller is signed in. */
        get: operations["MySessions_list"];
        put?: never;
        post?: never;
        /** Ends all sessions of the caller but this one. */
        delete: operations["MySessions_endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends one session of the caller. */
        delete: operations["MySessions_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/second-factor/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the challenge with which a passkey completes a sign-in at the identity provider. */
        post: operations["OidcCallback_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/second-factor/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a sign-in at the identity provider with a passkey. */
        post: operations["OidcCallback_byPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a sign-in at the identity provider with a one-time or recovery code. */
        post: operations["OidcCallback_byCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says which ways to sign in the sign-in page offers. */
        get: operations["Oidc_methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads the browser to the identity provider to sign in. */
        get: operations["Oidc_begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads the browser to the identity provider to confirm that the caller is still there. */
        get: operations["Oidc_confirm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads the browser to the page where the identity provider ends its own session. */
        get: operations["Oidc_endAtProvider"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/backchannel-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends sessions and their sockets, as the identity provider demands by a logout token. */
        post: operations["Oidc_backchannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to set up one-time codes, and answers the secret for the authenticator app. */
        post: operations["Otp_enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/otp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the authenticator app with its first code. */
        post: operations["Otp_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/otp/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes one-time codes as a second factor. */
        post: operations["Otp_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the challenge with which a passkey signs in. */
        post: operations["PasskeySession_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a passkey. */
        post: operations["PasskeySession_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the passkeys of the caller. */
        get: operations["Passkeys_list"];
        put?: never;
        /** Adds a passkey to the account of the caller. */
        post: operations["Passkeys_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the challenge with which a passkey is made. */
        post: operations["Passkeys_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Renames a passkey of the caller. */
        put: operations["Passkeys_rename"];
        post?: never;
        /** Removes a passkey of the caller. */
        delete: operations["Passkeys_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a link that sets a new password, if the address has an account. */
        post: operations["Password_forgotten"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says whether a link still sets a password, and for whom. */
        post: operations["Password_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a password by a link, and ends all sessions. */
        post: operations["Password_set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes the password of the caller. */
        put: operations["Password_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says which second factors the caller has and needs. */
        get: operations["SecondFactor_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes new recovery codes; the old ones no longer work. */
        post: operations["SecondFactor_regenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms with the password that the caller is still there. */
        post: operations["SecondFactor_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirm/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the challenge with which a passkey confirms the caller. */
        post: operations["SecondFactor_askForPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/confirm/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms with a passkey that the caller is still there. */
        post: operations["SecondFactor_confirmByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says who is signed in, and what they may do. */
        get: operations["Session_current"];
        put?: never;
        /** Signs in with an e-mail address and a password, and sets the session cookie. */
        post: operations["Session_start"];
        /** Signs out. */
        delete: operations["Session_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says whether a set-up link still makes the first administrator. */
        post: operations["Setup_look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the first administrator by a set-up link, and signs in. */
        post: operations["Setup_use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sign-in-locks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the accounts that are locked after wrong passwords. */
        get: operations["SignInLocks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sign-in-locks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlocks an account. */
        delete: operations["SignInLocks_clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tokens of programs. */
        get: operations["Tokens_list"];
        put?: never;
        /** Makes a token for a program; it is shown this once. */
        post: operations["Tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a token at once. */
        delete: operations["Tokens_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the tickets of a filter as CSV, XLSX or NDJSON. */
        get: operations["TicketExport_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists tickets by filter, a page at a time. */
        get: operations["Tickets_list"];
        put?: never;
        /** Opens a ticket. */
        post: operations["Tickets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a ticket by its number. */
        get: operations["Tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes fields of a ticket, if its version is still the one last seen. */
        patch: operations["Tickets_patch"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a ticket of a restricted service for some hours, for a reason that is audited. */
        post: operations["Tickets_openRestricted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what happened to a ticket, a page at a time. */
        get: operations["Tickets_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assigns a ticket to an agent, to the caller, or to nobody. */
        post: operations["Tickets_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Transfers a ticket to another queue. */
        post: operations["Tickets_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resolves a ticket with a note to the requester. */
        post: operations["Tickets_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopens a resolved ticket. */
        post: operations["Tickets_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a resolved ticket for good. */
        post: operations["Tickets_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merges a ticket into another one. */
        post: operations["Joining_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Separates a merged ticket again. */
        post: operations["Joining_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a new ticket with some messages of this one. */
        post: operations["Joining_split"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tickets that a ticket is linked to. */
        get: operations["Joining_links"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Links a ticket to another one. */
        post: operations["Joining_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/links/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes the link between two tickets. */
        delete: operations["Joining_unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the addresses and numbers at which a requester is reached about a ticket. */
        get: operations["Contacts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/contacts/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms that an address belongs to the requester of a ticket. */
        post: operations["Contacts_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/contacts/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses an address, so that nothing more is sent there. */
        post: operations["Contacts_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/tracking-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replaces the tracking code of a ticket. */
        post: operations["Contacts_replaceCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts the people who follow a ticket. */
        get: operations["Followers_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds tickets that may be about the same matter. */
        post: operations["Similar_to"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the messages of a ticket, a page at a time. */
        get: operations["Messages_list"];
        put?: never;
        /** Adds a public reply or an internal note to a ticket. */
        post: operations["Messages_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a message that was held for review. */
        post: operations["Messages_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismisses a message that was held for review. */
        post: operations["Messages_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the mail that a message came in, as it was received. */
        get: operations["MessageMail_original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/messages/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the HTML of a mail, without anything that runs or loads. */
        get: operations["MessageMail_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uploads a file, to be named in a message or ticket. */
        post: operations["Attachments_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file. */
        get: operations["Attachments_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the thumbnail of a picture. */
        get: operations["Attachments_thumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the canned replies that fit a ticket, filled in. */
        get: operations["ReadyReplies_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the calendars of business hours. */
        get: operations["Calendars_list"];
        put?: never;
        /** Makes a calendar of business hours. */
        post: operations["Calendars_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists announced holidays and changed hours. */
        get: operations["Calendars_announced"];
        put?: never;
        /** Announces a holiday or changed hours; promises are recomputed. */
        post: operations["Calendars_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/announcements/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows which promises an announcement would move. */
        post: operations["Calendars_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/announcements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws an announcement. */
        post: operations["Calendars_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists announced changes of the time zone. */
        get: operations["Calendars_zones"];
        put?: never;
        /** Announces a change of the time zone. */
        post: operations["Calendars_announceZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/zones/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows which promises a change of the time zone would move. */
        post: operations["Calendars_previewZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/zones/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws a change of the time zone. */
        post: operations["Calendars_withdrawZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/recomputations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists recomputations of promises and how far they are. */
        get: operations["Calendars_recomputations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a calendar by its key. */
        get: operations["Calendars_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a calendar, if its version is still the one last seen. */
        patch: operations["Calendars_change"];
        trace?: never;
    };
    "/api/v1/admin/calendars/{key}/month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the business hours of each day of a month. */
        get: operations["Calendars_month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/{key}/year": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the holidays and changed hours of a year. */
        get: operations["Calendars_year"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/{key}/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Computes when a number of business minutes has passed. */
        get: operations["Calendars_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/calendars/{key}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether a calendar is open, and when that changes. */
        get: operations["Calendars_opening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sla-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the SLA policies. */
        get: operations["Policies_list"];
        put?: never;
        /** Makes an SLA policy. */
        post: operations["Policies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sla-policies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows which promises a policy would give. */
        post: operations["Policies_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/sla-policies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an SLA policy by its key. */
        get: operations["Policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes an SLA policy, if its version is still the one last seen. */
        patch: operations["Policies_change"];
        trace?: never;
    };
    "/api/v1/admin/duty-officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the duty officers, to whom breaches escalate. */
        get: operations["Policies_dutyOfficers"];
        put?: never;
        /** Names a duty officer. */
        post: operations["Policies_addDuty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/duty-officers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a duty officer. */
        delete: operations["Policies_removeDuty"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the promised times of some tickets. */
        get: operations["SlaTargets_promises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports how many promises were kept in a period. */
        get: operations["SlaTargets_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the referrals of a ticket. */
        get: operations["TicketReferrals_list"];
        put?: never;
        /** Refers a ticket, or a part of it, to an entity. */
        post: operations["TicketReferrals_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists referrals: what lies with the caller’s entity, what was sent, or what the arbiter decides. */
        get: operations["Referrals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a referral with what it shares of the ticket. */
        get: operations["Referrals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a referral for the entity. */
        post: operations["Referrals_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Returns a referral, with the entity that is held responsible. */
        post: operations["Referrals_returnIt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes to the other end of a referral. */
        post: operations["Referrals_addMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a referral with an answer and, where the service wants one, a proof. */
        post: operations["Referrals_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a referral back. */
        post: operations["Referrals_recall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decides as arbiter which entity has to take a referral. */
        post: operations["Referrals_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/referrals/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file that the referral shares or holds. */
        get: operations["Referrals_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the referrals of the entity, the oldest change first. */
        get: operations["EntityReferrals_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a referral of the entity with what it shares of the ticket. */
        get: operations["EntityReferrals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts a referral for the entity. */
        post: operations["EntityReferrals_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Returns a referral, with the entity that is held responsible. */
        post: operations["EntityReferrals_returnIt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes to the centre about a referral. */
        post: operations["EntityReferrals_addMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a referral with an answer and, where the service wants one, a proof. */
        post: operations["EntityReferrals_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entity/referrals/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file that the referral shares or holds. */
        get: operations["EntityReferrals_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the presence of the caller. */
        get: operations["Me_getPresence"];
        /** Sets the presence of the caller. */
        put: operations["Me_setPresence"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the offers that wait for an answer of the caller. */
        get: operations["Me_listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explains why an offer went to its agent. */
        get: operations["Offers_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accepts an offer: the ticket is assigned to the caller. */
        post: operations["Offers_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Declines an offer with a reason. */
        post: operations["Offers_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the queues. */
        get: operations["Directory_queues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queues/{key}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the live counters of a queue. */
        get: operations["Directory_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the reasons for breaks and declined offers, and wrap-up codes. */
        get: operations["Directory_reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the services that tickets can be about. */
        get: operations["Directory_services"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the government entities that a ticket can be referred to. */
        get: operations["Directory_entities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Finds members of staff to whom a ticket can be assigned. */
        get: operations["Directory_staff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How somebody spent a day: every state with its time, its reason and who set it. */
        get: operations["Directory_presenceOfDay"];
        /** Sets the presence of another agent. */
        put: operations["Directory_force"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the queues with their settings. */
        get: operations["Queues_list"];
        put?: never;
        /** Makes a queue. */
        post: operations["Queues_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/queues/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a queue with its settings. */
        get: operations["Queues_get"];
        put?: never;
        post?: never;
        /** Removes a queue that was never used. */
        delete: operations["Queues_remove"];
        options?: never;
        head?: never;
        /** Changes a queue, if its version is still the one last seen. */
        patch: operations["Queues_change"];
        trace?: never;
    };
    "/api/v1/requesters/{id}/care": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Marks a requester as one who needs particular care, or removes the mark. */
        put: operations["RequesterCare_flag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the shifts that begin in a period. */
        get: operations["Roster_list"];
        /** Replaces the shifts that begin in a period, if they are still those last seen. */
        put: operations["Roster_replace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/adherence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports how far agents kept to the roster. */
        get: operations["Roster_adherence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the routing rules in force. */
        get: operations["Rules_current"];
        /** Puts new routing rules into force, if the version is still the one last seen. */
        put: operations["Rules_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/routing/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks routing rules without putting them into force. */
        post: operations["Rules_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/routing/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what routing rules would have decided. */
        post: operations["Rules_dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/routing/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the versions of the routing rules, a page at a time. */
        get: operations["Rules_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/routing/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives one version of the routing rules. */
        get: operations["Rules_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/skills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the skills. */
        get: operations["Skills_list"];
        put?: never;
        /** Makes a skill. */
        post: operations["Skills_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/skills/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a skill by its key. */
        get: operations["Skills_get"];
        put?: never;
        post?: never;
        /** Removes a skill that nothing needs. */
        delete: operations["Skills_remove"];
        options?: never;
        head?: never;
        /** Changes a skill, if its version is still the one last seen. */
        patch: operations["Skills_change"];
        trace?: never;
    };
    "/api/v1/counter/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the service centres with their desks. */
        get: operations["Desk_centres"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the desk of the caller, the visitor there, and who waits. */
        get: operations["Desk_mine"];
        /** Takes a seat at a desk. */
        put: operations["Desk_sit"];
        post?: never;
        /** Leaves the desk. */
        delete: operations["Desk_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/requesters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds a requester by telephone number, e-mail address or identity number. */
        post: operations["Desk_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finds tickets of a visitor that may be about the same matter. */
        post: operations["Desk_known"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a visit of a person without a call number. */
        post: operations["Visits_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls the next visitor to the desk of the caller. */
        post: operations["Visits_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calls a visitor to the desk of the caller. */
        post: operations["Visits_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins to serve a called visitor. */
        post: operations["Visits_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that a called visitor did not come. */
        post: operations["Visits_noShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a ticket for a visitor. */
        post: operations["Visits_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/continue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Continues an existing ticket with a visitor. */
        post: operations["Visits_goOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a visit with a wrap-up code. */
        post: operations["Visits_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/counter/visits/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the receipt of a visit for printing. */
        get: operations["Visits_receipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocked-callers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the blocked callers, a page at a time. */
        get: operations["BlockedCallers_list"];
        put?: never;
        /** Blocks the calls of a number, until a time or for good. */
        post: operations["BlockedCallers_block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/blocked-callers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Lets a blocked number call again. */
        delete: operations["BlockedCallers_unblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/outbound-routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists which number is shown to whom in outbound calls. */
        get: operations["OutboundRoutes_list"];
        /** Sets which number is shown in outbound calls to numbers with these first digits. */
        put: operations["OutboundRoutes_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/outbound-routes/{pattern}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes the number that is shown in outbound calls to these first digits. */
        delete: operations["OutboundRoutes_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the calls of a ticket with their recordings. */
        get: operations["Recordings_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/recordings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the sound of a recording, whole or a range of it. */
        get: operations["Recordings_play"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/recordings/{id}/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a recording fetched again that could not be fetched. */
        post: operations["Recordings_fetchAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the callbacks that are owed, earliest first. */
        get: operations["Callbacks_list"];
        put?: never;
        /** Requests a callback. */
        post: operations["Callbacks_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the caller begins a callback. */
        post: operations["Callbacks_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callbacks/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records how a callback ended. */
        post: operations["Callbacks_settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the callbacks of a ticket. */
        get: operations["Callbacks_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether events of the PBX arrive. */
        get: operations["CallLog_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists calls, latest first, a page at a time. */
        get: operations["CallLog_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/done/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks calls as done. */
        post: operations["CallLog_markMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/done/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a call as done. */
        post: operations["CallLog_markOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an event of a call from a PBX, and says where to connect a new call. */
        post: operations["Cti_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cti/{token}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a callback that a caller requested by keypad. */
        post: operations["Cti_callback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the calls that the caller has now or must still wrap up. */
        get: operations["MyCalls_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calls/{id}/wrap-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records the wrap-up code of a call. */
        post: operations["MyCalls_recordOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calls/{id}/control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Controls a call at the PBX: hold, resume, hang up and the like. */
        post: operations["MyCalls_control"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/calls/{id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts or stops the recording of a call, and notes consent. */
        post: operations["MyCalls_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messaging/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes text messages and delivery states from the messaging gateway. */
        post: operations["Gateway_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the text messages of a ticket with their delivery states. */
        get: operations["Texts_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/texts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a failed text message again. */
        post: operations["Texts_sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/discovery.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says which endpoints and formats of Open311 there are. */
        get: operations["Discovery_discover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/services.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the services that requests can be filed for. */
        get: operations["Open311_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/services/{code}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the questions of a service. */
        get: operations["Open311_definition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/requests.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists public service requests by filter. */
        get: operations["Open311_search"];
        put?: never;
        /** Files a service request. */
        post: operations["Open311_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/tokens/{token}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives the service request that a token stands for. */
        get: operations["Open311_token"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/requests/{id}.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a public service request by its id. */
        get: operations["Open311_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open311/v2/servicerequestupdates.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists updates of public service requests. */
        get: operations["Open311_listUpdates"];
        put?: never;
        /** Adds an update to a service request. */
        post: operations["Open311_addUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the services that the public can file tickets about. */
        get: operations["PublicServices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files a ticket without signing in, and answers number and tracking code. */
        post: operations["PublicTickets_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uploads a file of the public, to be named in a ticket or reply. */
        post: operations["PublicAttachments_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives what the requester may see of a ticket, by number and tracking code. */
        post: operations["PublicTracking_track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/track/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a message of the requester to a ticket. */
        post: operations["PublicTracking_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/track/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rates a resolved ticket, once. */
        post: operations["PublicTracking_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/track/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the tracking code to the requester of a ticket. */
        post: operations["PublicTracking_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the API keys of Open311 programs. */
        get: operations["ApiKeys_list"];
        put?: never;
        /** Makes an API key for an Open311 program; it is shown this once. */
        post: operations["ApiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an API key. */
        delete: operations["ApiKeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the canned replies. */
        get: operations["CannedReplies_list"];
        put?: never;
        /** Makes a canned reply. */
        post: operations["CannedReplies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/canned-replies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a canned reply by its key. */
        get: operations["CannedReplies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a canned reply, if its version is still the one last seen. */
        patch: operations["CannedReplies_change"];
        trace?: never;
    };
    "/api/v1/admin/canned-replies/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a canned reply filled in. */
        post: operations["CannedReplies_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the services with their settings. */
        get: operations["Catalogue_listServices"];
        put?: never;
        /** Makes a service. */
        post: operations["Catalogue_createService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/services/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a service by its code. */
        get: operations["Catalogue_getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a service, if its version is still the one last seen. */
        patch: operations["Catalogue_changeService"];
        trace?: never;
    };
    "/api/v1/admin/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the entities. */
        get: operations["Catalogue_listEntities"];
        put?: never;
        /** Makes an entity. */
        post: operations["Catalogue_createEntity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/entities/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an entity by its key. */
        get: operations["Catalogue_getEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes an entity, if its version is still the one last seen. */
        patch: operations["Catalogue_changeEntity"];
        trace?: never;
    };
    "/api/v1/admin/centres": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the service centres. */
        get: operations["Centres_list"];
        put?: never;
        /** Makes a service centre. */
        post: operations["Centres_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/centres/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a service centre by its key. */
        get: operations["Centres_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a service centre, if its version is still the one last seen. */
        patch: operations["Centres_change"];
        trace?: never;
    };
    "/api/v1/admin/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the channels and whether each works. */
        get: operations["Channels_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/channels/{channel}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tests the connection of a channel. */
        post: operations["Channels_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the events whose handlers failed for good. */
        get: operations["Jobs_deadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/events/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Handles a failed event again. */
        post: operations["Jobs_retryEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the jobs that failed for good. */
        get: operations["Jobs_failed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/jobs/{queue}/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs a failed job again. */
        post: operations["Jobs_retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says whether the mailbox is collected, and what went wrong. */
        get: operations["Mail_mailboxState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/quarantined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists mails that could not be read, a page at a time. */
        get: operations["Mail_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/quarantined/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a quarantined mail as it came. */
        get: operations["Mail_raw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/faulty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists mails with faults that were read nevertheless. */
        get: operations["Mail_faulty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/ignored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists mails that were ignored, with the reason. */
        get: operations["Mail_listIgnored"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/{id}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a mail as it came. */
        get: operations["Mail_original"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/quarantined/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads a quarantined mail again. */
        post: operations["Mail_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/mail/quarantined/{id}/ignore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dismisses a quarantined mail. */
        post: operations["Mail_ignore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{number}/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the mails of a ticket with their delivery states. */
        get: operations["Mail_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mail/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a failed mail again. */
        post: operations["Mail_sendAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the reasons with their settings. */
        get: operations["Reasons_list"];
        put?: never;
        /** Makes a reason. */
        post: operations["Reasons_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reasons/{use}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a reason by its use and key. */
        get: operations["Reasons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a reason, if its version is still the one last seen. */
        patch: operations["Reasons_change"];
        trace?: never;
    };
    "/api/v1/admin/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the templates of notices. */
        get: operations["Templates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/templates/{kind}/{medium}/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives a template in one language. */
        get: operations["Templates_get"];
        /** Overrides a template, if its version is still the one last seen. */
        put: operations["Templates_override"];
        post?: never;
        /** Restores the built-in text of a template. */
        delete: operations["Templates_restore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/templates/{kind}/{medium}/{language}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows a template filled in. */
        post: operations["Templates_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/templates/{kind}/{medium}/{language}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a template to the caller, to look at. */
        post: operations["Templates_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the webhooks. */
        get: operations["Webhooks_list"];
        put?: never;
        /** Makes a webhook; its secret is shown this once. */
        post: operations["Webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a webhook and what waits to be sent to it. */
        delete: operations["Webhooks_remove"];
        options?: never;
        head?: never;
        /** Changes, disables or enables a webhook. */
        patch: operations["Webhooks_change"];
        trace?: never;
    };
    "/api/v1/admin/webhooks/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new secret; for a day both sign. */
        post: operations["Webhooks_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test to a webhook. */
        post: operations["Webhooks_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the deliveries of a webhook with their answers, a page at a time. */
        get: operations["Webhooks_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks/deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery again. */
        post: operations["Webhooks_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the events since a time again. */
        post: operations["Webhooks_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists entries of the audit trail by filter, a page at a time. */
        get: operations["Audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verifies the chain of the audit trail. */
        get: operations["Audit_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the accounts of staff, a page at a time. */
        get: operations["Users_list"];
        put?: never;
        /** Makes an account and sends the invitation. */
        post: operations["Users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Gives an account by its id. */
        get: operations["Users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes an account, if its version is still the one last seen. */
        patch: operations["Users_change"];
        trace?: never;
    };
    "/api/v1/admin/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a new invitation. */
        post: operations["Users_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the sessions of an account. */
        get: operations["Users_sessionsOf"];
        put?: never;
        post?: never;
        /** Ends all sessions of an account. */
        delete: operations["Users_endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes the link of an account to the identity provider, and ends the sessions opened by it. */
        delete: operations["Users_unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says which roles must have a second factor. */
        get: operations["SecondFactorAdmin_requirements"];
        /** Sets which roles must have a second factor. */
        put: operations["SecondFactorAdmin_require"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/users/{id}/second-factor/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes the second factors of an account whose owner lost them. */
        post: operations["SecondFactorAdmin_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reading-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Says what agents of the centre may read. */
        get: operations["ReadingPolicy_read"];
        /** Sets what agents of the centre may read. */
        put: operations["ReadingPolicy_choose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Computes service level, wait and occupancy for a number of agents, or the agents for a target. */
        post: operations["Staffing_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Computes the agents needed in each interval of a day. */
        post: operations["Staffing_askForDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/intervals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports figures by interval; also as CSV or XLSX by Accept. */
        get: operations["Intervals_intervals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the figures of reports with their definitions. */
        get: operations["Intervals_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports figures by entity, service, queue or agent. */
        get: operations["Breakdown_breakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forecasts contacts and the staff that they need. */
        get: operations["Forecast_forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SessionShown: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description to the minute
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description when it ends if nothing is done in it
             */
            endsAt: string;
            /** @description the network only, such as 203.0.113.0/24; empty when it is not known */
            network: string;
            /** @description such as Firefox · Windows; empty for a program */
            browser: string;
            /** @description the one that asks */
            current: boolean;
        };
        SessionsShown: {
            data: components["schemas"]["SessionShown"][];
        };
        PasskeyOptions: {
            /**
             * Format: uuid
             * @description goes back with the answer; good once, for five minutes
             */
            challenge: string;
            /** @description for the browser, as WebAuthn has it */
            options: {
                [key: string]: unknown;
            };
        };
        PasskeyCredential: {
            /** @description base64url */
            id: string;
            clientDataJSON: string;
            authenticatorData: string;
            signature: string;
            userHandle?: string | null;
        };
        OidcPasskeyBody: {
            /** Format: uuid */
            challenge: string;
            credential: components["schemas"]["PasskeyCredential"];
        };
        SignedInUser: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator";
            /** @enum {string} */
            language: "ar" | "en";
            permissions: ("ticket.read" | "ticket.read_all" | "ticket.create" | "ticket.update" | "ticket.reply" | "ticket.assign" | "ticket.assign_others" | "ticket.export_personal" | "referral.send" | "referral.work" | "referral.arbitrate" | "attachment.upload" | "attachment.read" | "presence.own" | "presence.force" | "offer.own" | "queue.read" | "queue.read_live" | "board.read" | "requester.flag" | "roster.manage" | "report.read" | "call.own" | "call.log" | "call.block" | "call.listen" | "counter.serve" | "token.manage" | "account.unlock" | "audit.read" | "admin.users" | "admin.queues" | "admin.directory" | "admin.channels" | "admin.sla" | "admin.mail" | "admin.templates" | "admin.jobs" | "admin.webhooks")[];
            /** @description key of the entity whose people they are one of */
            entity: string | null;
        };
        SessionAnswer: {
            user: components["schemas"]["SignedInUser"];
            /** @description nothing but setting up a second factor is possible */
            mustEnrol?: boolean;
        };
        OidcCodeBody: {
            /** @description one-time or recovery code */
            otp: string;
        };
        OidcLabels: {
            ar: string;
            en: string;
        };
        SignInMethods: {
            /** @description whether staff sign in by password and passkey; if not, one account still does */
            password: boolean;
            /** @description whether staff sign in through an identity provider */
            oidc: boolean;
            /** @description what the button says, when it is set */
            label: components["schemas"]["OidcLabels"] | null;
        };
        OtpEnrolment: {
            /** @description in base 32, to be typed; shown this once */
            secret: string;
            /** @description what the picture holds */
            uri: string;
            /** @description the QR code, as an address of an image (data:) */
            image: string;
        };
        OtpCodeBody: {
            code: string;
        };
        FirstRecoveryCodes: {
            /** @description with the first second factor alone: each is good once, instead of it; shown this once */
            recoveryCodes: string[] | null;
        };
        PasskeySignInBody: {
            /** @description with the password: for the second step after it */
            email?: string | null;
            password?: string | null;
        };
        PasskeyAnswerBody: {
            /** Format: uuid */
            challenge: string;
            credential: components["schemas"]["PasskeyCredential"];
        };
        PasskeyView: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string | null;
            /** @description synchronised between the devices of its owner */
            synced: boolean;
        };
        PasskeyList: {
            data: components["schemas"]["PasskeyView"][];
        };
        NewPasskeyCredential: {
            /** @description base64url */
            id: string;
            clientDataJSON: string;
            attestationObject: string;
            transports: string[];
        };
        NewPasskeyBody: {
            /** @description by which its owner knows it, such as “work laptop” */
            name: string;
            /** Format: uuid */
            challenge: string;
            credential: components["schemas"]["NewPasskeyCredential"];
        };
        NewPasskeyAnswer: {
            /** @description with the first second factor alone: each is good once, instead of it; shown this once */
            recoveryCodes: string[] | null;
            passkey: components["schemas"]["PasskeyView"];
        };
        PasskeyNameBody: {
            /** @description by which its owner knows it, such as “work laptop” */
            name: string;
        };
        ForgottenPasswordBody: {
            email: string;
        };
        PasswordLinkBody: {
            /** @description what stands behind # in the link */
            token: string;
        };
        PasswordLinkAnswer: {
            name: string;
            email: string;
            /** @enum {string} */
            language: "ar" | "en";
            /** @enum {string} */
            purpose: "invitation" | "reset";
        };
        SetPasswordBody: {
            /** @description what stands behind # in the link */
            token: string;
            /** @description at least twelve characters, none of the usual ones */
            password: string;
        };
        ChangePasswordBody: {
            current: string;
            /** @description at least twelve characters, none of the usual ones */
            next: string;
        };
        SecondFactorStatusAnswer: {
            /** @description the role asks for a second factor */
            required: boolean;
            /** @description one-time codes by an authenticator app */
            totp: boolean;
            passkeys: number;
            recoveryCodesLeft: number;
        };
        RecoveryCodesAnswer: {
            /** @description each is good once, instead of a second factor; shown this once */
            recoveryCodes: string[];
        };
        ConfirmBody: {
            password: string;
        };
        SignInBody: {
            /** @example agent1@demo.example */
            email: string;
            /** @example correct horse battery staple */
            password: string;
            /** @description one-time or recovery code, when the account asks for one */
            otp?: string | null;
        };
        SetupLinkBody: {
            /** @description what stands behind # in the link */
            token: string;
        };
        SetupBody: {
            /** @description what stands behind # in the link */
            token: string;
            name: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            language: "ar" | "en";
            /** @description at least twelve characters, none of the usual ones */
            password: string;
        };
        SignInLockShown: {
            /** Format: uuid */
            staffId: string;
            name: string;
            email: string;
            /** @description who is shut out: those who never signed in to it, a network or a device that did, an open desk */
            from: ("stranger" | "network" | "device" | "desk")[];
            /** Format: date-time */
            until: string;
        };
        SignInLocksShown: {
            data: components["schemas"]["SignInLockShown"][];
        };
        NewTokenBody: {
            /** @description what the token is for */
            name: string;
            /** @description permissions; at most those of its owner */
            permissions: string[];
            /** @description key of an entity; the token works for it alone. People of an entity make tokens of it only */
            entity?: string | null;
            /**
             * Format: date-time
             * @description left out: as long as the setting API_TOKEN_MAX_DAYS allows
             */
            expiresAt?: string | null;
        };
        NewTokenView: {
            /** Format: uuid */
            id: string;
            name: string;
            permissions: string[];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description it lets nobody in after that
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description to the minute
             */
            lastUsedAt: string | null;
            /** @description whose rights it has */
            owner: string;
            /** @description key of the entity that it works for alone */
            entity: string | null;
            /** @description shown this once */
            token: string;
        };
        TokenView: {
            /** Format: uuid */
            id: string;
            name: string;
            permissions: string[];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description it lets nobody in after that
             */
            expiresAt: string | null;
            /**
             * Format: date-time
             * @description to the minute
             */
            lastUsedAt: string | null;
            /** @description whose rights it has */
            owner: string;
            /** @description key of the entity that it works for alone */
            entity: string | null;
        };
        TokenList: {
            data: components["schemas"]["TokenView"][];
        };
        RequesterBody: {
            name?: string | null;
            /** @example +97317123456 */
            phone?: string | null;
            /** Format: email */
            email?: string | null;
            /** @enum {string|null} */
            audience?: "citizen" | "resident" | "visitor" | "business" | "anonymous" | null;
        };
        LocationBody: {
            lat?: number | null;
            long?: number | null;
            address?: string | null;
        };
        NewTicketBody: {
            subject: string;
            description: string;
            /** @enum {string|null} */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @enum {string|null} */
            priority?: "low" | "normal" | "high" | "urgent" | null;
            /** @description key of a queue */
            queue?: string | null;
            /** @description code of a service */
            service?: string | null;
            /** @example ar */
            language?: string | null;
            /** @enum {string|null} */
            channel?: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api" | null;
            requester: components["schemas"]["RequesterBody"];
            location?: components["schemas"]["LocationBody"] | null;
            tags?: string[] | null;
            attachments?: string[] | null;
            /**
             * Format: uuid
             * @description the call during which it is opened
             */
            interaction?: string | null;
            /** @description the caller takes it at once */
            takeIt?: boolean | null;
        };
        PersonShown: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        RequesterShown: {
            /** Format: uuid */
            id: string;
            name: string | null;
            /** @enum {string} */
            audience: "citizen" | "resident" | "visitor" | "business" | "anonymous";
            phone?: string;
            email?: string;
        };
        LocationShown: {
            lat: number | null;
            long: number | null;
            address: string | null;
        };
        TicketAnswer: {
            /** @example 2648-1937-0521 */
            number: string;
            subject: string;
            description: string;
            /** @enum {string} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report";
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            /** @enum {string|null} */
            pendingOn: "requester" | "entity" | "third_party" | null;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
            language: string;
            queue: string;
            entity: string | null;
            service: string | null;
            assignee: components["schemas"]["PersonShown"] | null;
            requester: components["schemas"]["RequesterShown"];
            location: components["schemas"]["LocationShown"] | null;
            tags: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolutionDueAt: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            version: number;
            /** @description the ticket in which this one lives on, when it was merged */
            mergedInto?: string;
        };
        PageMeta: {
            hasMore: boolean;
            after: string | null;
        };
        TicketPage: {
            data: components["schemas"]["TicketAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        OpeningBody: {
            /** @description why the ticket has to be read; kept in the audit trail */
            reason: string;
        };
        TicketOpening: {
            /**
             * Format: date-time
             * @description until when it stays open for the caller
             */
            expiresAt: string;
        };
        TicketPatchBody: {
            subject?: string | null;
            /** @enum {string|null} */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @enum {string|null} */
            priority?: "low" | "normal" | "high" | "urgent" | null;
            /** @enum {string|null} */
            status?: "new" | "open" | "pending" | "resolved" | "closed" | null;
            /** @enum {string|null} */
            pendingOn?: "requester" | "entity" | "third_party" | null;
            service?: string | null;
            tags?: string[] | null;
            language?: string | null;
        };
        ActorShown: {
            /** @enum {string} */
            kind: "requester" | "staff" | "system" | "machine";
            id: string | null;
            name: string | null;
        };
        HistoryAnswer: {
            id: string;
            /** Format: date-time */
            at: string;
            type: string;
            actor: components["schemas"]["ActorShown"];
            data: {
                [key: string]: unknown;
            };
        };
        HistoryPage: {
            data: components["schemas"]["HistoryAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        AssignBody: {
            /** @description an id, or me; null gives it back to its queue */
            assignee?: string | null;
        };
        TransferBody: {
            queue: string;
            note?: string | null;
        };
        ResolveBody: {
            /** @description what the requester is told */
            note: string;
            /** @enum {string|null} */
            resolution?: "answered" | "fixed" | "not_possible" | "withdrawn" | "duplicate" | null;
        };
        MergeBody: {
            /** @description number of the ticket that goes on */
            into: string;
        };
        SplitBody: {
            /** @description the messages that are another matter */
            messages: string[];
            subject: string;
            /** @description key of its queue; else that of this ticket */
            queue?: string | null;
        };
        LinkedTicketShown: {
            /** @enum {string} */
            as: "related" | "duplicates" | "duplicated_by" | "causes" | "caused_by" | "part_of" | "contains";
            number: string;
            subject: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
        };
        LinkList: {
            data: components["schemas"]["LinkedTicketShown"][];
        };
        LinkBody: {
            /** @description number of the other ticket */
            to: string;
            /**
             * @description what this ticket is to the other
             * @enum {string}
             */
            as: "related" | "duplicates" | "duplicated_by" | "causes" | "caused_by" | "part_of" | "contains";
        };
        KnownRequester: {
            /** Format: uuid */
            id: string;
            name: string | null;
        };
        TicketContactShown: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "phone" | "email";
            value: string;
            /** @enum {string} */
            role: "requester" | "participant";
            /** @enum {string} */
            state: "claimed" | "verified" | "refused";
            /** @description the contact came from it, and was not only said to be the person’s */
            wroteToUs: boolean;
            /** @description the mail that opened the ticket asked for answers there, in Reply-To */
            replyTo: boolean;
            /** @enum {string|null} */
            provedBy: "proved_by_code" | "proved_by_link" | "proved_by_reply" | "proved_by_message" | "proved_by_sender_check" | "proved_by_sign_in" | "confirmed_by_staff" | "before_upgrade" | null;
            /**
             * Format: date-time
             * @description since when it stands so
             */
            since: string;
            /** @description a limit kept back a notice to it */
            withheld: boolean;
            /** @description another requester who is known by it */
            known: components["schemas"]["KnownRequester"] | null;
        };
        TicketContactList: {
            data: components["schemas"]["TicketContactShown"][];
        };
        FollowerCount: {
            followers: number;
        };
        PointBody: {
            lat: number;
            long: number;
        };
        MatterBody: {
            /** @description of the requester; may still be unfinished */
            phone?: string | null;
            /** @description of the requester; may still be unfinished */
            email?: string | null;
            subject?: string | null;
            place?: components["schemas"]["PointBody"] | null;
        };
        SimilarTicketShown: {
            number: string;
            subject: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            queue: string;
            /** Format: date-time */
            createdAt: string;
            assignee: string | null;
            requester: string | null;
            because: ("requester" | "place" | "words")[];
            /** @description from the place asked about, when that is why */
            metres: number | null;
        };
        SimilarTicketList: {
            data: components["schemas"]["SimilarTicketShown"][];
        };
        ThumbnailShown: {
            width: number;
            height: number;
        };
        AttachmentAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            size: number;
            type: string;
            /**
             * @description only when it cannot be opened
             * @enum {string}
             */
            state?: "checking" | "refused";
            /** @description why it was refused */
            fault?: string;
            /** @description its size in pixels, when there is one */
            thumbnail?: components["schemas"]["ThumbnailShown"];
            /** @description it is being made: ask again shortly */
            thumbnailSoon?: boolean;
        };
        QuotedRangeShown: {
            /** @enum {string} */
            kind: "quoted" | "signature";
            /** @description offset in UTF-16 units */
            from: number;
            /** @description exclusive */
            to: number;
        };
        SenderChecksShown: {
            /** @enum {string} */
            spf: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror" | "policy";
            /** @enum {string} */
            dkim: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror" | "policy";
            /** @enum {string} */
            dmarc: "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror" | "policy";
        };
        MailShown: {
            sender: string;
            /** @description it can be looked at under …/page */
            html: boolean;
            /** @description a machine wrote it */
            automatic: boolean;
            checks: components["schemas"]["SenderChecksShown"] | null;
            /** @description what was wrong with it, and did not hinder */
            faults: string[];
        };
        HeldShown: {
            /** @enum {string} */
            state: "waiting" | "accepted" | "dismissed";
            /**
             * @description why only staff see it
             * @enum {string}
             */
            reason: "not_participant" | "failed_checks";
            /** @description of the sender */
            address: string;
            name: string | null;
        };
        MessageAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "requester_message" | "public_reply" | "internal_note";
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
            author: components["schemas"]["ActorShown"];
            body: string;
            /** Format: date-time */
            createdAt: string;
            attachments: components["schemas"]["AttachmentAnswer"][];
            /** @description quoted history and signature in `body` */
            folds: components["schemas"]["QuotedRangeShown"][];
            /** @description the mail by which it came */
            mail: components["schemas"]["MailShown"] | null;
            /** @description held back for staff to accept or dismiss */
            held: components["schemas"]["HeldShown"] | null;
            /** @description number of the merged ticket on which it was said */
            ticket?: string;
        };
        MergedTicketShown: {
            number: string;
            subject: string;
            description: string;
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
            /** Format: date-time */
            createdAt: string;
            requester: string | null;
        };
        RatingShown: {
            /** @description the rated ticket: this one, or one that was merged into it */
            number: string;
            score: number;
            comment: string | null;
            /** Format: date-time */
            at: string;
        };
        MessagePage: {
            data: components["schemas"]["MessageAnswer"][];
            meta: components["schemas"]["PageMeta"];
            /** @description what came with the first contact */
            openingAttachments: components["schemas"]["AttachmentAnswer"][];
            /** @description tickets that were merged into this one */
            merged: components["schemas"]["MergedTicketShown"][];
            /** @description what the requester said about the service */
            ratings: components["schemas"]["RatingShown"][];
            /** @description quoted history and signature in the description */
            openingFolds: components["schemas"]["QuotedRangeShown"][];
            /** @description the mail that opened the ticket */
            openingMail: components["schemas"]["MailShown"] | null;
        };
        NewMessageBody: {
            /** @enum {string} */
            kind: "public_reply" | "internal_note";
            body: string;
            attachments?: string[] | null;
        };
        NewMessageAnswer: {
            /** Format: uuid */
            id: string;
        };
        HeldAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "accepted" | "dismissed";
        };
        LocalizedName: {
            ar: string;
            en: string;
        };
        ReadyReplyAnswer: {
            key: string;
            title: components["schemas"]["LocalizedName"];
            /** @description of the text: the requester’s, or the nearest in which it is written */
            language: string;
            /** @description with everything filled in */
            text: string;
        };
        ReadyReplyList: {
            data: components["schemas"]["ReadyReplyAnswer"][];
        };
        NameBody: {
            ar: string;
            en: string;
        };
        WeekBody: {
            /** @description a span that ends no later than it begins ends on the next day */
            mon?: string[][] | null;
            /** @description a span that ends no later than it begins ends on the next day */
            tue?: string[][] | null;
            /** @description a span that ends no later than it begins ends on the next day */
            wed?: string[][] | null;
            /** @description a span that ends no later than it begins ends on the next day */
            thu?: string[][] | null;
            /** @description a span that ends no later than it begins ends on the next day */
            fri?: string[][] | null;
            /** @description a span that ends no later than it begins ends on the next day */
            sat?: string[][] | null;
            /** @description a span that ends no later than it begins ends on the next day */
            sun?: string[][] | null;
        };
        CalendarAnswer: {
            key: string;
            name: components["schemas"]["NameBody"];
            zone: string | null;
            hours: components["schemas"]["WeekBody"] | null;
            ramadanHours: components["schemas"]["WeekBody"] | null;
            publicHolidays: boolean;
            active: boolean;
            version: number;
            /** @description the zone that holds, named or not */
            zoneInForce: string;
        };
        CalendarPage: {
            data: components["schemas"]["CalendarAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        CalendarBody: {
            /** @description IANA time zone; null: the country’s first */
            zone?: string | null;
            /** @description null: the country’s */
            hours?: components["schemas"]["WeekBody"] | null;
            /** @description null: the country’s, or with hours of its own the same all year */
            ramadanHours?: components["schemas"]["WeekBody"] | null;
            /** @description closed on public holidays, computed and announced */
            publicHolidays?: boolean | null;
            /** @description false retires it */
            active?: boolean | null;
            key: string;
            name: components["schemas"]["NameBody"];
        };
        HijriMonthBody: {
            year: number;
            /** @description Ramadan is 9 */
            month: number;
            /**
             * Format: date
             * @description the day on which it begins
             */
            begins: string;
        };
        SpecialDaysBody: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description included
             */
            to: string;
            name: components["schemas"]["NameBody"];
            /** @description none: closed */
            hours: string[][];
        };
        AnnouncementAnswer: {
            /** Format: uuid */
            id: string;
            calendar: string | null;
            month: components["schemas"]["HijriMonthBody"] | null;
            days: components["schemas"]["SpecialDaysBody"] | null;
            /** Format: date-time */
            announcedAt: string;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        AnnouncementPage: {
            data: components["schemas"]["AnnouncementAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        AnnouncementBody: {
            /** @description without: every calendar that keeps public holidays */
            calendar?: string | null;
            /** @description the moon was seen, or was not */
            month?: components["schemas"]["HijriMonthBody"] | null;
            /** @description holidays, working days, other hours */
            days?: components["schemas"]["SpecialDaysBody"] | null;
        };
        OpenSpan: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        CalendarDayAnswer: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            reason: "week" | "ramadan" | "weekend" | "holiday" | "announced";
            name: components["schemas"]["NameBody"] | null;
            open: components["schemas"]["OpenSpan"][];
            openMinutes: number;
        };
        ChangedDayAnswer: {
            /** @description key */
            calendar: string;
            before: components["schemas"]["CalendarDayAnswer"];
            after: components["schemas"]["CalendarDayAnswer"];
        };
        TouchedTickets: {
            /** @description open tickets that were worked out with and without it */
            looked: number;
            /** @description of these, due later */
            later: number;
            /** @description of these, due earlier */
            earlier: number;
            /** @description whether there are more than were looked at */
            more: boolean;
        };
        AnnouncementPreviewAnswer: {
            /** @description the first of the days that would change */
            days: components["schemas"]["ChangedDayAnswer"][];
            /** @description how many days would change, over all calendars */
            changedDays: number;
            tickets: components["schemas"]["TouchedTickets"];
        };
        ZoneChangeAnswer: {
            /** Format: uuid */
            id: string;
            zone: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
            offsetMinutes: number;
            note: string;
            /** Format: date-time */
            announcedAt: string;
            /** Format: date-time */
            withdrawnAt: string | null;
        };
        ZoneChangePage: {
            data: components["schemas"]["ZoneChangeAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        ZoneChangeBody: {
            /** @description IANA time zone */
            zone: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description without: until further notice
             */
            to?: string | null;
            /** @description minutes east of Greenwich in between */
            offsetMinutes: number;
            /** @description who decided it, and when */
            note: string;
        };
        RecomputationAnswer: {
            revision: string;
            /** @description what changed */
            cause: string;
            /** @description null: clocks of all calendars */
            calendars: string[] | null;
            /** Format: date-time */
            at: string;
            /** @description tickets whose due times it moved, so far */
            moved: number;
            /**
             * @description settling: all have followed, and are looked at once more
             * @enum {string}
             */
            phase: "running" | "settling" | "done";
            /** @description tickets still to look at, counted as far as 10,000; null when it is not running */
            left: number | null;
            /** Format: date-time */
            doneAt: string | null;
        };
        RecomputationList: {
            data: components["schemas"]["RecomputationAnswer"][];
        };
        CalendarPatchBody: {
            /** @description IANA time zone; null: the country’s first */
            zone?: string | null;
            /** @description null: the country’s */
            hours?: components["schemas"]["WeekBody"] | null;
            /** @description null: the country’s, or with hours of its own the same all year */
            ramadanHours?: components["schemas"]["WeekBody"] | null;
            /** @description closed on public holidays, computed and announced */
            publicHolidays?: boolean | null;
            /** @description false retires it */
            active?: boolean | null;
            name?: components["schemas"]["NameBody"] | null;
        };
        CalendarMonth: {
            data: components["schemas"]["CalendarDayAnswer"][];
        };
        IslamicMonthAnswer: {
            year: number;
            /** @description Ramadan is 9 */
            month: number;
            /**
             * Format: date
             * @description as announced, or else as computed
             */
            begins: string;
            /** Format: date */
            computed: string;
        };
        CalendarYearAnswer: {
            /** @description public holidays, and what was announced */
            days: components["schemas"]["CalendarDayAnswer"][];
            /** @description those that begin in the year */
            months: components["schemas"]["IslamicMonthAnswer"][];
        };
        DueAnswer: {
            /** Format: date-time */
            dueAt: string;
        };
        OpeningAnswer: {
            open: boolean;
            /** Format: date-time */
            opensAt: string | null;
            /** Format: date-time */
            closesAt: string | null;
        };
        TargetBody: {
            /** @description minutes of the policy’s calendar */
            minutes: number;
            /** @description takes the service’s own promise when the ticket has a service */
            ofService?: boolean | null;
        };
        TargetsBody: {
            first_response?: components["schemas"]["TargetBody"] | null;
            next_response?: components["schemas"]["TargetBody"] | null;
            resolution?: components["schemas"]["TargetBody"] | null;
            /** @description the requester hears something at least so often */
            update?: components["schemas"]["TargetBody"] | null;
        };
        FactorsBody: {
            low?: number | null;
            normal?: number | null;
            high?: number | null;
            urgent?: number | null;
        };
        PausesBody: {
            /** @description clocks that stand still meanwhile */
            requester?: ("first_response" | "next_response" | "resolution" | "update")[] | null;
            /** @description clocks that stand still meanwhile */
            entity?: ("first_response" | "next_response" | "resolution" | "update")[] | null;
            /** @description clocks that stand still meanwhile */
            third_party?: ("first_response" | "next_response" | "resolution" | "update")[] | null;
        };
        StepBody: {
            /** @description unique within the policy */
            key: string;
            /** @enum {string} */
            clock: "first_response" | "next_response" | "resolution" | "update";
            /** @description percent of the clock’s time; 100 is the breach */
            percent: number;
            /** @enum {string} */
            do: "notify" | "raise_priority" | "move" | "assign_duty";
            /**
             * @description for raise_priority
             * @enum {string|null}
             */
            priority?: "low" | "normal" | "high" | "urgent" | null;
            /** @description for move */
            queue?: string | null;
        };
        PolicyAnswer: {
            key: string;
            name: components["schemas"]["NameBody"];
            calendar: string;
            service: string | null;
            /** @enum {string|null} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @enum {string|null} */
            priority: "low" | "normal" | "high" | "urgent" | null;
            /** @enum {string|null} */
            audience: "citizen" | "resident" | "visitor" | "business" | "anonymous" | null;
            targets: components["schemas"]["TargetsBody"];
            factors: components["schemas"]["FactorsBody"];
            pauses: components["schemas"]["PausesBody"];
            atRiskPercent: number;
            reopenPercent: number;
            steps: components["schemas"]["StepBody"][];
            active: boolean;
            version: number;
        };
        PolicyPage: {
            data: components["schemas"]["PolicyAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        PolicyBody: {
            /** @description code; null: any or none */
            service?: string | null;
            /**
             * @description null: any
             * @enum {string|null}
             */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /**
             * @description null: any
             * @enum {string|null}
             */
            priority?: "low" | "normal" | "high" | "urgent" | null;
            /**
             * @description null: any
             * @enum {string|null}
             */
            audience?: "citizen" | "resident" | "visitor" | "business" | "anonymous" | null;
            /** @description what targets are multiplied by, by priority */
            factors?: components["schemas"]["FactorsBody"] | null;
            pauses?: components["schemas"]["PausesBody"] | null;
            atRiskPercent?: number | null;
            /** @description percent of the target that a reopened ticket has at least */
            reopenPercent?: number | null;
            steps?: components["schemas"]["StepBody"][] | null;
            /** @description false retires it */
            active?: boolean | null;
            key: string;
            name: components["schemas"]["NameBody"];
            /** @description a calendar’s key, or `always` */
            calendar: string;
            /** @description clocks that are not named do not run */
            targets: components["schemas"]["TargetsBody"];
        };
        PolicyQuestionBody: {
            /** @description code */
            service?: string | null;
            /** @enum {string|null} */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @enum {string|null} */
            priority?: "low" | "normal" | "high" | "urgent" | null;
            /** @enum {string|null} */
            audience?: "citizen" | "resident" | "visitor" | "business" | "anonymous" | null;
            /**
             * Format: date-time
             * @description when the ticket opens; now, unless said
             */
            from?: string | null;
        };
        SlaTargetPreview: {
            /** @enum {string} */
            clock: "first_response" | "next_response" | "resolution" | "update";
            minutes: number;
            /** Format: date-time */
            atRiskAt: string;
            /** Format: date-time */
            dueAt: string;
        };
        PolicyPreview: {
            /** @description null: nothing is promised */
            policy: string | null;
            /** @description all that fit, the most specific first */
            fitting: string[];
            calendar: string | null;
            clocks: components["schemas"]["SlaTargetPreview"][];
        };
        PolicyPatchBody: {
            /** @description code; null: any or none */
            service?: string | null;
            /**
             * @description null: any
             * @enum {string|null}
             */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /**
             * @description null: any
             * @enum {string|null}
             */
            priority?: "low" | "normal" | "high" | "urgent" | null;
            /**
             * @description null: any
             * @enum {string|null}
             */
            audience?: "citizen" | "resident" | "visitor" | "business" | "anonymous" | null;
            /** @description what targets are multiplied by, by priority */
            factors?: components["schemas"]["FactorsBody"] | null;
            pauses?: components["schemas"]["PausesBody"] | null;
            atRiskPercent?: number | null;
            /** @description percent of the target that a reopened ticket has at least */
            reopenPercent?: number | null;
            steps?: components["schemas"]["StepBody"][] | null;
            /** @description false retires it */
            active?: boolean | null;
            name?: components["schemas"]["NameBody"] | null;
            /** @description a calendar’s key, or `always` */
            calendar?: string | null;
            /** @description clocks that are not named do not run */
            targets?: components["schemas"]["TargetsBody"] | null;
        };
        DutyPerson: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        DutyAnswer: {
            /** Format: uuid */
            id: string;
            queue: string | null;
            staff: components["schemas"]["DutyPerson"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
        };
        DutyList: {
            data: components["schemas"]["DutyAnswer"][];
        };
        DutyBody: {
            /** @description without: for queues that have nobody of their own */
            queue?: string | null;
            /**
             * Format: uuid
             * @description id of a member of staff
             */
            staff: string;
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description without: until further notice
             */
            to?: string | null;
        };
        SlaTargetAnswer: {
            /** @enum {string} */
            clock: "first_response" | "next_response" | "resolution" | "update";
            /** @enum {string} */
            state: "running" | "at_risk" | "broken" | "paused" | "met";
            /** @enum {string|null} */
            pausedFor: "requester" | "entity" | "third_party" | "settled" | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            atRiskAt: string;
            /**
             * Format: date-time
             * @description while it stands still: when it would be due if it went on at once
             */
            dueAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        TicketSlaTargetsAnswer: {
            number: string;
            promises: components["schemas"]["SlaTargetAnswer"][];
        };
        TicketSlaTargetsList: {
            data: components["schemas"]["TicketSlaTargetsAnswer"][];
        };
        SlaAttainmentAnswer: {
            queue: string;
            policy: string;
            /** @enum {string} */
            clock: "first_response" | "next_response" | "resolution" | "update";
            met: number;
            broken: number;
            /** @description share kept */
            percent: number;
            /** @description working time used */
            meanSeconds: number;
            p90Seconds: number;
        };
        SlaAttainmentList: {
            data: components["schemas"]["SlaAttainmentAnswer"][];
        };
        PartBody: {
            /** @example The pipe below the road */
            title: string;
        };
        ShareBody: {
            /**
             * @description what of the requester
             * @enum {string}
             */
            requester: "none" | "name" | "contact";
            /**
             * @description messages of and to the requester; `all` also what was filed, and what comes later
             * @example all
             */
            messages: "all" | string[];
            /**
             * @description files of the first contact and of such messages
             * @example all
             */
            attachments: "all" | string[];
        };
        NewReferralBody: {
            /**
             * @description key of an entity
             * @example works
             */
            entity: string;
            /** @description what the entity is asked to do */
            note: string;
            /** @description of a joint case; left out: the whole matter */
            part?: components["schemas"]["PartBody"] | null;
            share: components["schemas"]["ShareBody"];
        };
        PartShown: {
            title: string;
        };
        ShareShown: {
            /** @enum {string} */
            requester: "none" | "name" | "contact";
            /** @example all */
            messages: "all" | string[];
            /**
             * @example [
             *       "0199d1c2-7a54-7c1e-9b1f-3f2a6f1c9d10"
             *     ]
             */
            attachments: "all" | string[];
        };
        DecisionShown: {
            entity: string;
            reason: string;
            /** Format: date-time */
            at: string;
        };
        AboutShown: {
            subject: string;
            service: string | null;
            /** @enum {string} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /**
             * @description what must be shown before it counts as fixed
             * @enum {string}
             */
            proof: "none" | "photo" | "document" | "reading";
        };
        ReferralAnswer: {
            /** Format: uuid */
            id: string;
            /** @example 2648-1937-0521 */
            ticket: string;
            /**
             * @description key
             * @example works
             */
            entity: string;
            /** @description null: the whole matter */
            part: components["schemas"]["PartShown"] | null;
            /** @enum {string} */
            state: "sent" | "received" | "accepted" | "completed" | "returned" | "recalled";
            /** @description null once the entity gave it back or lost it */
            note: string | null;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            receivedAt: string | null;
            /**
             * Format: date-time
             * @description by when it is to be accepted or returned
             */
            acceptBy: string;
            /**
             * Format: date-time
             * @description by when it is to be completed
             */
            dueAt: string;
            /** @description how often this part was returned */
            returns: number;
            share: components["schemas"]["ShareShown"];
            /** Format: date-time */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description when it was completed, returned or recalled
             */
            endedAt: string | null;
            /** @description why it was returned or recalled */
            reason: string | null;
            /** @description the entity held responsible on return */
            belongsTo: string | null;
            /** @enum {string|null} */
            outcome: "answered" | "fixed" | "not_possible" | null;
            /** @description what it was completed with */
            answer: string | null;
            /** @description by decision of the arbiter: it cannot be returned */
            binding: boolean;
            /** @description the entity waits for an answer of the centre */
            asked: boolean;
            /**
             * Format: date-time
             * @description since when it lies with the arbiter
             */
            arbiterSince: string | null;
            decision: components["schemas"]["DecisionShown"] | null;
            /** @description of the ticket */
            about: components["schemas"]["AboutShown"] | null;
            /** Format: date-time */
            updatedAt: string;
        };
        ReferralList: {
            data: components["schemas"]["ReferralAnswer"][];
        };
        ReferralPage: {
            data: components["schemas"]["ReferralAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        SharedRequesterShown: {
            name?: string;
            /** @enum {string} */
            audience?: "citizen" | "resident" | "visitor" | "business" | "anonymous";
            phone?: string;
            email?: string;
        };
        SharedMessageShown: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "requester_message" | "public_reply" | "internal_note";
            body: string;
            /** Format: date-time */
            createdAt: string;
        };
        MatterShown: {
            subject: string;
            /** @enum {string} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            language: string;
            service: string | null;
            location: components["schemas"]["LocationShown"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            firstResponseDueAt: string | null;
            /** Format: date-time */
            resolutionDueAt: string | null;
            /** @description null when messages are shared one by one */
            description: string | null;
            requester: components["schemas"]["SharedRequesterShown"] | null;
            messages: components["schemas"]["SharedMessageShown"][];
            attachments: components["schemas"]["AttachmentAnswer"][];
        };
        ReferralMessageAnswer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "question" | "answer" | "note";
            /** @enum {string} */
            from: "entity" | "centre";
            /** @description a name, among colleagues */
            author: string | null;
            body: string;
            /** Format: date-time */
            createdAt: string;
            attachments: components["schemas"]["AttachmentAnswer"][];
        };
        ReferralDetailAnswer: {
            /** Format: uuid */
            id: string;
            /** @example 2648-1937-0521 */
            ticket: string;
            /**
             * @description key
             * @example works
             */
            entity: string;
            /** @description null: the whole matter */
            part: components["schemas"]["PartShown"] | null;
            /** @enum {string} */
            state: "sent" | "received" | "accepted" | "completed" | "returned" | "recalled";
            /** @description null once the entity gave it back or lost it */
            note: string | null;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            receivedAt: string | null;
            /**
             * Format: date-time
             * @description by when it is to be accepted or returned
             */
            acceptBy: string;
            /**
             * Format: date-time
             * @description by when it is to be completed
             */
            dueAt: string;
            /** @description how often this part was returned */
            returns: number;
            share: components["schemas"]["ShareShown"];
            /** Format: date-time */
            acceptedAt: string | null;
            /**
             * Format: date-time
             * @description when it was completed, returned or recalled
             */
            endedAt: string | null;
            /** @description why it was returned or recalled */
            reason: string | null;
            /** @description the entity held responsible on return */
            belongsTo: string | null;
            /** @enum {string|null} */
            outcome: "answered" | "fixed" | "not_possible" | null;
            /** @description what it was completed with */
            answer: string | null;
            /** @description by decision of the arbiter: it cannot be returned */
            binding: boolean;
            /** @description the entity waits for an answer of the centre */
            asked: boolean;
            /**
             * Format: date-time
             * @description since when it lies with the arbiter
             */
            arbiterSince: string | null;
            decision: components["schemas"]["DecisionShown"] | null;
            /** @description of the ticket */
            about: components["schemas"]["AboutShown"] | null;
            /** Format: date-time */
            updatedAt: string;
            /** @description the ticket as far as it is shared */
            matter: components["schemas"]["MatterShown"] | null;
            messages: components["schemas"]["ReferralMessageAnswer"][];
            proof: components["schemas"]["AttachmentAnswer"][];
        };
        ReturnBody: {
            reason: string;
            /**
             * @description key of the entity held responsible
             * @example water
             */
            belongsTo?: string | null;
        };
        ReferralMessageBody: {
            body: string;
            /** @enum {string} */
            kind: "question" | "answer" | "note";
            /** @description files that the caller uploaded */
            attachments?: string[] | null;
        };
        NewReferralMessageAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            referral: string;
        };
        CompleteBody: {
            /** @enum {string} */
            outcome: "answered" | "fixed" | "not_possible";
            /** @description what the centre may tell the requester */
            note: string;
            /** @description files that the caller uploaded */
            proof?: string[] | null;
        };
        RecallBody: {
            reason: string;
        };
        DecideBody: {
            /**
             * @description key of an entity
             * @example works
             */
            entity: string;
            reason: string;
        };
        NextPresence: {
            /** @enum {string} */
            state: "offline" | "available" | "busy" | "wrap_up" | "not_ready";
            reason: string | null;
        };
        CapacityShown: {
            units: number;
            held: number;
        };
        PresenceAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "offline" | "available" | "busy" | "wrap_up" | "not_ready";
            reason: string | null;
            /** Format: date-time */
            since: string;
            queues: string[];
            /** Format: date-time */
            wrapUpUntil: string | null;
            next: components["schemas"]["NextPresence"] | null;
            capacity: components["schemas"]["CapacityShown"];
        };
        PresenceBody: {
            /** @enum {string} */
            state: "available" | "not_ready" | "offline";
            /** @description required for not_ready */
            reason?: string | null;
        };
        OfferTicket: {
            number: string;
            subject: string;
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
        };
        OfferReasonShown: {
            code: string;
            params: {
                [key: string]: string | number;
            };
        };
        OfferAnswer: {
            /** Format: uuid */
            id: string;
            ticket: components["schemas"]["OfferTicket"];
            queue: string;
            /** Format: date-time */
            expiresAt: string;
            why: components["schemas"]["OfferReasonShown"][];
        };
        OfferList: {
            data: components["schemas"]["OfferAnswer"][];
        };
        DecisionScope: {
            agents: number;
            work: number;
        };
        ReplayedDecision: {
            /** Format: uuid */
            agentId: string;
            why: components["schemas"]["OfferReasonShown"][];
        };
        CandidateAgent: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        CandidateShown: {
            agent: components["schemas"]["CandidateAgent"];
            /** @enum {string} */
            verdict: "chosen" | "next" | "taken" | "declined" | "no_room" | "no_skill" | "other_queue" | "not_in_groups";
            /** @description knows the matter */
            knows: boolean;
            /** @description step of waiting from which they were eligible */
            step: number | null;
            /** @description how many of the wishes they meet */
            met: number;
            /** @description their levels in all wishes together */
            levels: number;
            idleSeconds: number;
            /** @description the reason with which they declined an earlier offer of it */
            declinedFor: string | null;
        };
        PreferredSkillShown: {
            skill: string;
            level: number;
        };
        DecisionAnswer: {
            /** Format: date-time */
            at: string;
            pool: string;
            rulesVersion: number;
            /** Format: uuid */
            agentId: string;
            why: components["schemas"]["OfferReasonShown"][];
            considered: components["schemas"]["DecisionScope"];
            repeated: components["schemas"]["ReplayedDecision"] | null;
            /** @description best first; thirty at most */
            candidates: components["schemas"]["CandidateShown"][];
            wishes: components["schemas"]["PreferredSkillShown"][];
        };
        AcceptedOffer: {
            number: string;
        };
        DeclineBody: {
            reason: string;
        };
        QueueAnswer: {
            key: string;
            name: components["schemas"]["LocalizedName"];
            thresholdSeconds: number;
            /**
             * @description why nobody can serve it
             * @enum {string|null}
             */
            unserved: "no_agents" | "no_skills" | "no_readers" | null;
        };
        QueueList: {
            data: components["schemas"]["QueueAnswer"][];
        };
        QueueAgents: {
            available: number;
            busy: number;
            wrapUp: number;
            notReady: number;
            offline: number;
        };
        ServiceLevelShown: {
            percent: number | null;
            thresholdSeconds: number;
        };
        QueueLiveAnswer: {
            key: string;
            name: components["schemas"]["LocalizedName"];
            position: number;
            waiting: number;
            longestWaitSeconds: number;
            offered: number;
            handling: number;
            agents: components["schemas"]["QueueAgents"];
            serviceLevel: components["schemas"]["ServiceLevelShown"];
            arrivedToday: number;
            resolvedToday: number;
            abandonedToday: number;
            seq: number;
            /** Format: date-time */
            at: string;
        };
        ReasonAnswer: {
            key: string;
            name: components["schemas"]["LocalizedName"];
        };
        ReasonList: {
            data: components["schemas"]["ReasonAnswer"][];
        };
        ServiceAnswer: {
            code: string;
            name: components["schemas"]["LocalizedName"];
            queue: string;
        };
        ServiceList: {
            data: components["schemas"]["ServiceAnswer"][];
        };
        EntityAnswer: {
            key: string;
            name: components["schemas"]["LocalizedName"];
            /** @enum {string} */
            kind: "ministry" | "authority" | "municipality" | "company";
            /** @description key of the entity it is a part of */
            parent: string | null;
        };
        EntityList: {
            data: components["schemas"]["EntityAnswer"][];
        };
        StaffAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "offline" | "available" | "busy" | "wrap_up" | "not_ready";
            queues: string[];
        };
        StaffList: {
            data: components["schemas"]["StaffAnswer"][];
        };
        PresenceSetBy: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        PresencePeriodShown: {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description null while it lasts
             */
            to: string | null;
            /** @enum {string} */
            state: "offline" | "available" | "busy" | "wrap_up" | "not_ready";
            reason: string | null;
            /** @description the supervisor who set it */
            by: components["schemas"]["PresenceSetBy"] | null;
            /** @description why the supervisor set it */
            note: string | null;
        };
        PresenceDayAnswer: {
            /**
             * Format: date
             * @description of the country’s calendar
             */
            day: string;
            /** @description in order */
            periods: components["schemas"]["PresencePeriodShown"][];
        };
        ForcePresenceBody: {
            /** @enum {string} */
            state: "not_ready" | "offline";
            /** @description why; kept with the change */
            reason?: string | null;
        };
        SkillRuleShown: {
            skill: string;
            level: number;
            /** @enum {string} */
            need: "required" | "preferred";
        };
        LanguageRuleShown: {
            /** @enum {string} */
            need: "required" | "preferred" | "ignored";
            level: number;
        };
        RelaxationStepShown: {
            /** @description seconds */
            afterSeconds: number;
            /** @description 0 no longer requires the skill */
            levels?: {
                [key: string]: number;
            };
            /** @enum {string} */
            language?: "required" | "preferred" | "ignored";
            queues?: string[];
            pools?: string[];
            entities?: string[];
        };
        StickyRulesShown: {
            /** @description seconds */
            preferSeconds: number;
            /** @description seconds */
            holdSeconds: number;
        };
        LimitRulesShown: {
            perAgent: number | null;
            total: number | null;
        };
        HourRulesShown: {
            /** @description null: always open */
            calendar: string | null;
            /** @enum {string} */
            calls: "reject" | "callback";
        };
        ReassignRulesShown: {
            /** @description null: never */
            offlineSeconds: number | null;
            /** @description null: never */
            silentSeconds: number | null;
        };
        QueueSettingsShown: {
            skills: components["schemas"]["SkillRuleShown"][];
            language: components["schemas"]["LanguageRuleShown"];
            steps: components["schemas"]["RelaxationStepShown"][];
            sticky: components["schemas"]["StickyRulesShown"];
            limits: components["schemas"]["LimitRulesShown"];
            hours: components["schemas"]["HourRulesShown"];
            reassign: components["schemas"]["ReassignRulesShown"];
        };
        QueueRecordAnswer: {
            key: string;
            name: components["schemas"]["LocalizedName"];
            pool: string;
            /** @description mail to it waits in this queue */
            mailAddress: string;
            dialNumbers: string[];
            thresholdSeconds: number;
            offerSeconds: number;
            wrapUpSeconds: number;
            position: number;
            active: boolean;
            /** @description in force for it */
            routing: components["schemas"]["QueueSettingsShown"];
            /** @description whether it has rules of its own */
            ownRules: boolean;
            /**
             * @description why nobody can serve it
             * @enum {string|null}
             */
            unserved: "no_agents" | "no_skills" | "no_readers" | null;
            version: number;
        };
        QueueRecordPage: {
            data: components["schemas"]["QueueRecordAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        QueueBody: {
            /** @description queues of one pool share agents and are routed together */
            pool?: string | null;
            /** @description of the service level */
            thresholdSeconds?: number | null;
            offerSeconds?: number | null;
            wrapUpSeconds?: number | null;
            /** @description in E.164, or short codes */
            dialNumbers?: string[] | null;
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
            /** @description skills, language, steps that relax with waiting, sticky, limits, hours and reassign; null: the rules of all queues */
            routing?: {
                [key: string]: unknown;
            } | null;
            key: string;
            name: components["schemas"]["NameBody"];
        };
        QueuePatchBody: {
            /** @description queues of one pool share agents and are routed together */
            pool?: string | null;
            /** @description of the service level */
            thresholdSeconds?: number | null;
            offerSeconds?: number | null;
            wrapUpSeconds?: number | null;
            /** @description in E.164, or short codes */
            dialNumbers?: string[] | null;
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
            /** @description skills, language, steps that relax with waiting, sticky, limits, hours and reassign; null: the rules of all queues */
            routing?: {
                [key: string]: unknown;
            } | null;
            name?: components["schemas"]["NameBody"] | null;
        };
        CareBody: {
            /** @description goes before others, by the head start of the rules */
            vip: boolean;
            /** @description needs particular care: goes before others, by the head start of the rules */
            vulnerable: boolean;
        };
        ShiftShown: {
            /** Format: uuid */
            agent: string;
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            state: "available" | "not_ready";
            reason: string | null;
        };
        RosterMeta: {
            /** @description the country’s, by whose clocks people work */
            zone: string;
            /** @description of the shifts that begin in the period; whoever replaces them sends it as If-Match */
            version: string;
        };
        RosterAnswer: {
            data: components["schemas"]["ShiftShown"][];
            meta: components["schemas"]["RosterMeta"];
        };
        ShiftBody: {
            /** @description id or e-mail address */
            agent: string;
            /** @description ISO 8601 with a zone */
            from: string;
            /** @description ISO 8601 with a zone */
            to: string;
            /**
             * @description available when left out
             * @enum {string|null}
             */
            state?: "available" | "not_ready" | null;
            reason?: string | null;
        };
        RosterBody: {
            /** @description ISO 8601 with a zone */
            from: string;
            /** @description ISO 8601 with a zone */
            to: string;
            /** @description all that begin in the period */
            shifts: components["schemas"]["ShiftBody"][];
        };
        RuleAuthor: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        AdherenceShown: {
            agent: components["schemas"]["RuleAuthor"];
            scheduledSeconds: number;
            inStateSeconds: number;
            /** @description time in the scheduled state ÷ scheduled time */
            percent: number | null;
        };
        AdherenceAnswer: {
            data: components["schemas"]["AdherenceShown"][];
        };
        ProfileRulesShown: {
            interruptible: boolean;
            /** @description null: everything */
            kinds: ("call" | "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api")[] | null;
        };
        SlaRulesShown: {
            /** @description seconds */
            leadSeconds: number;
            /** @description seconds */
            mostSeconds: number;
        };
        OrderRulesShown: {
            headStarts: {
                [key: string]: number;
            };
            promise: components["schemas"]["SlaRulesShown"];
        };
        RulesShown: {
            order: components["schemas"]["OrderRulesShown"];
            units: {
                [key: string]: number;
            };
            profiles: {
                [key: string]: components["schemas"]["ProfileRulesShown"];
            };
            /** @description of queues that are not named */
            defaults: components["schemas"]["QueueSettingsShown"];
            queues: {
                [key: string]: components["schemas"]["QueueSettingsShown"];
            };
        };
        RulesAnswer: {
            version: number;
            rules: components["schemas"]["RulesShown"];
            /** @description nothing is overtaken by what comes later than this */
            mostOvertakenBySeconds: number;
        };
        RulesBody: {
            /** @description the whole of routing: order, units, profiles, defaults, queues */
            rules: {
                [key: string]: unknown;
            };
            /** @description why */
            note?: string | null;
        };
        CheckBody: {
            /** @description the whole of routing, as it would be put in force */
            rules: {
                [key: string]: unknown;
            };
        };
        UnservedShown: {
            queue: string;
            /** @enum {string} */
            reason: "no_agents" | "no_skills" | "no_readers";
        };
        CheckAnswer: {
            /** @description queues that nobody could serve under these rules */
            unserved: components["schemas"]["UnservedShown"][];
        };
        DryRunBody: {
            /** @description ISO 8601 with a zone */
            from: string;
            /** @description at most 31 hours later */
            to: string;
            /** @description those in force when left out */
            rules?: {
                [key: string]: unknown;
            } | null;
        };
        WaitsShown: {
            mean: number;
            p50: number;
            p90: number;
            longest: number;
        };
        AgentTally: {
            /** Format: uuid */
            id: string;
            answered: number;
        };
        QueueFiguresShown: {
            queue: string;
            arrived: number;
            answered: number;
            abandoned: number;
            /** @description neither by the end */
            left: number;
            /** @description seconds */
            wait: components["schemas"]["WaitsShown"] | null;
            /** @description percent */
            serviceLevel: number | null;
            agents: components["schemas"]["AgentTally"][];
        };
        DryRunAnswer: {
            /** @description as recorded */
            was: components["schemas"]["QueueFiguresShown"][];
            /** @description run again under the rules in force */
            inForce: components["schemas"]["QueueFiguresShown"][];
            /** @description under the rules asked about */
            would: components["schemas"]["QueueFiguresShown"][];
        };
        RulesVersionAnswer: {
            version: number;
            note: string | null;
            by: components["schemas"]["RuleAuthor"] | null;
            /** Format: date-time */
            at: string;
        };
        RulesVersionPage: {
            data: components["schemas"]["RulesVersionAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        SkillAnswer: {
            key: string;
            /** @enum {string} */
            kind: "language" | "topic";
            name: components["schemas"]["LocalizedName"];
            /** @description how many, by level */
            agents: {
                [key: string]: number;
            };
        };
        SkillPage: {
            data: components["schemas"]["SkillAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        SkillBody: {
            key: string;
            /** @enum {string} */
            kind: "language" | "topic";
            name: components["schemas"]["NameBody"];
        };
        SkillPatchBody: {
            /** @enum {string|null} */
            kind?: "language" | "topic" | null;
            name?: components["schemas"]["NameBody"] | null;
        };
        DeskShown: {
            label: string;
            takenBy: components["schemas"]["PersonShown"] | null;
        };
        CentreShown: {
            key: string;
            name: components["schemas"]["LocalizedName"];
            desks: components["schemas"]["DeskShown"][];
        };
        CentreList: {
            data: components["schemas"]["CentreShown"][];
        };
        CentreName: {
            key: string;
            name: components["schemas"]["LocalizedName"];
        };
        DeskAssignmentShown: {
            desk: string;
            centre: components["schemas"]["CentreName"];
            /** Format: date-time */
            since: string;
        };
        VisitTicketShown: {
            number: string;
            subject: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            language: string;
            service: string | null;
            /** @description name */
            requester: string | null;
        };
        VisitShown: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "waiting" | "called" | "serving" | "done" | "no_show" | "released" | "settled";
            /** @example B-014 */
            callNumber: string | null;
            /** Format: date-time */
            cameAt: string;
            /** Format: date-time */
            calledAt: string | null;
            /** Format: date-time */
            servedAt: string | null;
            /** @description label of a desk */
            desk: string | null;
            staff: components["schemas"]["PersonShown"] | null;
            ticket: components["schemas"]["VisitTicketShown"] | null;
        };
        CounterShown: {
            sitting: components["schemas"]["DeskAssignmentShown"] | null;
            /** @description whom the caller has called or receives */
            visit: components["schemas"]["VisitShown"] | null;
            waiting: components["schemas"]["VisitShown"][];
        };
        DeskBody: {
            /** @description key of a service centre */
            centre: string;
            /** @description label of one of its desks */
            desk: string;
            /** @description also when a colleague sits there */
            takeOver?: boolean | null;
        };
        FindRequesterBody: {
            phone?: string | null;
            /** Format: email */
            email?: string | null;
            /** @description as on the card; never refused */
            identityNumber?: string | null;
        };
        FoundRequesterShown: {
            /** Format: uuid */
            id: string;
            name: string | null;
            /** @enum {string} */
            audience: "citizen" | "resident" | "visitor" | "business" | "anonymous";
            language: string | null;
            phone: string | null;
            email: string | null;
            /** @description the end of their identity number */
            identityEnding: string | null;
            by: ("phone" | "email" | "identity")[];
        };
        FoundRequesters: {
            data: components["schemas"]["FoundRequesterShown"][];
            /**
             * @description why the identity number looks mistyped; a warning, never a refusal
             * @enum {string|null}
             */
            doubt: "form" | "check_digit" | null;
        };
        SimilarBody: {
            /**
             * Format: uuid
             * @description a requester who was found
             */
            requester?: string | null;
            /** @description what it is about */
            words?: string | null;
            /** @description code of a service */
            service?: string | null;
        };
        SimilarMatterShown: {
            number: string;
            subject: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
            /** Format: date-time */
            updatedAt: string;
            /** @description of the same requester */
            own: boolean;
            assignee: components["schemas"]["PersonShown"] | null;
        };
        SimilarMatters: {
            data: components["schemas"]["SimilarMatterShown"][];
        };
        VisitMatterBody: {
            subject: string;
            description: string;
            /** @enum {string|null} */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @description code of a service */
            service?: string | null;
            /** @description key of a queue */
            queue?: string | null;
            /** @description the requester’s */
            language: string;
            /**
             * Format: uuid
             * @description a requester who was found
             */
            requesterId?: string | null;
            /** @description of one who was found: what they add */
            requester: components["schemas"]["RequesterBody"];
            /** @description as on the card; never refused */
            identityNumber?: string | null;
            attachments?: string[] | null;
            /** @description left to its queue, instead of staying with the caller */
            handOver?: boolean | null;
            /** @description answers it on the spot and resolves it */
            answer?: string | null;
        };
        ContinueBody: {
            /** @description number of a ticket */
            ticket: string;
            /** @description what the requester said */
            said: string;
            /** @description the caller takes it at once */
            takeIt?: boolean | null;
        };
        EndVisitBody: {
            /** @description a wrap-up code */
            code?: string | null;
        };
        ReceiptCentre: {
            name: components["schemas"]["LocalizedName"];
            address: components["schemas"]["LocalizedName"];
        };
        QrShown: {
            /** @description modules a side, with the quiet zone */
            size: number;
            /** @description the dark modules as a path of SVG */
            path: string;
        };
        ReceiptShown: {
            /**
             * @description the requester’s
             * @enum {string}
             */
            language: "ar" | "en";
            number: string;
            trackingCode: string;
            subject: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            centre: components["schemas"]["ReceiptCentre"];
            desk: string | null;
            callNumber: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            expectedAt: string | null;
            /** @description where the code leads */
            link: string;
            qr: components["schemas"]["QrShown"];
        };
        BlockedCallerShown: {
            /** Format: uuid */
            id: string;
            /** @description E.164, or the digits as the exchange sends them */
            number: string;
            reason: string;
            /** @description name of who blocked it */
            by: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            until: string | null;
        };
        BlockedCallerPage: {
            data: components["schemas"]["BlockedCallerShown"][];
            meta: components["schemas"]["PageMeta"];
        };
        BlockedCallerBody: {
            /** @description as it is written or as the call log shows it */
            number: string;
            reason: string;
            /**
             * Format: date-time
             * @description when calls are taken again; otherwise not before it is removed
             */
            until?: string | null;
        };
        OutboundRouteShown: {
            pattern: string;
            callerId: string;
            note: string;
        };
        OutboundRoutePage: {
            data: components["schemas"]["OutboundRouteShown"][];
            meta: components["schemas"]["PageMeta"];
        };
        OutboundRouteBody: {
            /** @description a number, the beginning of numbers and *, or * for all: +973* */
            pattern: string;
            /** @description number that the called see */
            callerId: string;
            note?: string | null;
        };
        RecordingFileShown: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "fetching" | "checking" | "kept" | "failed" | "expired";
            /**
             * @description of the last attempt
             * @enum {string|null}
             */
            fault: "answered" | "unreachable" | "timeout" | "cut_short" | "too_large" | "not_audio" | "not_allowed" | "redirected" | "no_consent" | "no_exchange" | "harmful" | "lost" | "interrupted" | null;
            /** @description a status, or a code of the network */
            faultDetail: string | null;
            attempts: number;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** @description media type */
            type: string | null;
            /** @description bytes */
            size: number | null;
            /** @description how long it plays, if known */
            seconds: number | null;
            /**
             * Format: date-time
             * @description when it is removed, or was
             */
            expiresAt: string;
        };
        CallRecordingShown: {
            /** @enum {string} */
            state: "none" | "on" | "paused" | "over";
            reference: string | null;
            /**
             * Format: date-time
             * @description when the caller agreed
             */
            consentAt: string | null;
            /** @description whether the caller of the API may listen to the files */
            mayListen: boolean;
            files: components["schemas"]["RecordingFileShown"][];
        };
        TicketCallShown: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** @enum {string} */
            state: "ringing" | "active" | "ended";
            missed: boolean;
            agent: components["schemas"]["PersonShown"] | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** @description seconds */
            talk: number;
            recording: components["schemas"]["CallRecordingShown"];
        };
        CallsOfTicket: {
            data: components["schemas"]["TicketCallShown"][];
        };
        CallRequester: {
            /** Format: uuid */
            id: string;
            name: string | null;
            language: string | null;
        };
        AttemptShown: {
            /** Format: date-time */
            at: string;
            /** @description name of who called */
            agent: string;
            /** @enum {string|null} */
            outcome: "reached" | "no_answer" | "busy" | "wrong_number" | null;
        };
        CallbackShown: {
            /** Format: uuid */
            id: string;
            ticket: string;
            /** @description where to call, E.164 or a short code */
            number: string;
            requester: components["schemas"]["CallRequester"];
            queue: string;
            /** @enum {string} */
            source: "missed" | "asked";
            /** @enum {string} */
            state: "waiting" | "calling" | "reached" | "wrong_number" | "gave_up" | "cancelled";
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @description who calls at this moment */
            agent: components["schemas"]["PersonShown"] | null;
            attempts: components["schemas"]["AttemptShown"][];
        };
        CallbackPage: {
            data: components["schemas"]["CallbackShown"][];
            meta: components["schemas"]["PageMeta"];
        };
        CallbackBody: {
            /** @description where to call */
            phone: string;
            /** @description key of a queue; the first one otherwise */
            queue?: string | null;
            /** @description number of an existing ticket that it is about */
            ticket?: string | null;
            /** @description the exchange’s id of the call in which it was asked for */
            callId?: string | null;
        };
        CallbackOwed: {
            /** Format: uuid */
            id: string;
            /** @description number of the ticket */
            ticket: string;
            /** @description false when it was owed already */
            created: boolean;
        };
        AttemptBody: {
            /** @enum {string} */
            outcome: "reached" | "no_answer" | "busy" | "wrong_number";
        };
        CallbacksOfTicket: {
            data: components["schemas"]["CallbackShown"][];
        };
        ExchangeLineShown: {
            /** @enum {string} */
            state: "off" | "connecting" | "connected" | "refused" | "lost";
            /** @description why it is not connected */
            fault: string | null;
        };
        ExchangeShown: {
            ari: components["schemas"]["ExchangeLineShown"] | null;
            ami: components["schemas"]["ExchangeLineShown"] | null;
        };
        CallParty: {
            /** Format: uuid */
            id: string;
            name: string | null;
        };
        CallTimes: {
            /** @description until somebody answered, or it ended */
            wait: number;
            /** @description of that, how long a telephone rang */
            ring: number;
            talk: number;
            hold: number;
            /** @description after-call work */
            acw: number;
            /** @description talk + hold + acw */
            handle: number;
        };
        CallTransferShown: {
            /** Format: date-time */
            at: string;
            from: string | null;
            /** @description name of the agent, else the number */
            to: string;
        };
        LoggedCallAnswer: {
            /** Format: uuid */
            id: string;
            /** @description as the exchange names it */
            callId: string;
            /** @enum {string} */
            direction: "in" | "out";
            /** @enum {string} */
            state: "ringing" | "active" | "ended";
            /** @description nobody answered, and it was not taken elsewhere */
            missed: boolean;
            /** @description E.164, or a short code */
            from: string | null;
            /** @description the digits as the exchange sent them, also when of no numbering plan; null when withheld */
            fromRaw: string | null;
            to: string | null;
            queue: string | null;
            /** @description as the exchange named it */
            queueNamed: string | null;
            agent: components["schemas"]["PersonShown"] | null;
            requester: components["schemas"]["CallParty"] | null;
            ticket: string | null;
            /** @enum {string|null} */
            cause: "normalClearing" | "busy" | "cancel" | "noAnswer" | "congestion" | "notFound" | "forwarded" | "pbx_lost" | "rejected" | null;
            wrapUpCode: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            answeredAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description when it was marked handled
             */
            doneAt: string | null;
            times: components["schemas"]["CallTimes"];
            recording: components["schemas"]["CallRecordingShown"];
            transfers: components["schemas"]["CallTransferShown"][];
        };
        CallLogPage: {
            data: components["schemas"]["LoggedCallAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        CallsDoneBody: {
            ids: string[];
        };
        CallsDone: {
            /** @description how many calls are marked */
            done: number;
        };
        CtiEventBody: {
            /** @enum {string} */
            event: "newCall" | "answer" | "hangup";
            /** @description also call_id */
            callId: string;
            /** @description required for newCall; empty when withheld */
            from?: string;
            /** @description required for newCall */
            to?: string;
            /**
             * @description required for newCall
             * @enum {string}
             */
            direction?: "in" | "out";
            /** @description extensions; also one text, or user[] */
            user?: string[];
            /** @description key or number of a queue (newCall) */
            queue?: string;
            /** @description answer, hangup */
            answeringNumber?: string;
            /**
             * @description hangup
             * @enum {string}
             */
            cause?: "normalClearing" | "busy" | "cancel" | "noAnswer" | "congestion" | "notFound" | "forwarded";
            /** @description http(s) address of a recording of the call, with any event, also after the hangup; also recording_url */
            recording?: string;
        };
        CtiAnswer: {
            /** @enum {string} */
            action?: "dial" | "reject";
            /** @description extension to dial; of an outbound call, the number called */
            number?: string;
            /** @description number that the called see (outbound) */
            caller_id?: string;
            /** @enum {string} */
            reason?: "busy";
        };
        CtiError: {
            error: string;
        };
        CtiCallbackBody: {
            /** @description where to call */
            from: string;
            /** @description the number dialled */
            to?: string;
            /** @description key of a queue */
            queue?: string;
            /** @description of the call in which it was asked for; also call_id */
            callId?: string;
        };
        CallTicket: {
            number: string;
            subject: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            /** Format: date-time */
            updatedAt: string;
        };
        CallContact: {
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            direction: "in" | "out";
        };
        CallNowAnswer: {
            /** Format: uuid */
            interactionId: string;
            /** @enum {string} */
            state: "ringing" | "active" | "held";
            /** @enum {string} */
            recording: "none" | "on" | "paused" | "over";
            /** @description what can be done with it from the console */
            controls: ("hold" | "transfer" | "hangup" | "record")[];
            /**
             * Format: date-time
             * @description when it began to ring, or was answered
             */
            since: string;
            from: string | null;
            /** @description the digits as the exchange sent them */
            fromRaw: string | null;
            to: string | null;
            queue: string | null;
            /** @description as the exchange named it */
            queueNamed: string | null;
            requester: components["schemas"]["CallRequester"] | null;
            openTickets: components["schemas"]["CallTicket"][];
            lastContacts: components["schemas"]["CallContact"][];
        };
        CallsNow: {
            data: components["schemas"]["CallNowAnswer"][];
        };
        WrapUpBody: {
            /** @description key of a wrap-up reason */
            code: string;
        };
        CallControlBody: {
            /** @enum {string} */
            action: "hold" | "resume" | "hangup" | "transfer";
            /** @description extension of the agent to hand the caller to (transfer) */
            to?: string | null;
        };
        CallRecordingBody: {
            /** @enum {string} */
            action: "consent" | "start" | "pause" | "resume" | "stop" | "refer";
            /** @description the caller has agreed */
            consent?: boolean | null;
            /** @description what the exchange’s own recorder calls its recording (refer) */
            reference?: string | null;
        };
        GatewayFile: {
            name: string;
            /** @description base64 */
            content: string;
        };
        GatewayEventBody: {
            /** @enum {string} */
            type: "message" | "receipt";
            /** @description the gateway’s own id of the message */
            id: string;
            /**
             * @description message
             * @enum {string}
             */
            medium?: "sms" | "whatsapp";
            /** @description message: the sender’s number */
            from?: string;
            /** @description message: the number it was sent to */
            to?: string;
            /** @description message: the sender’s name, if known */
            name?: string;
            /** @description message */
            text?: string;
            /** @description message: at most five */
            files?: components["schemas"]["GatewayFile"][];
            /** @description receipt: the id that we gave the message */
            reference?: string;
            /**
             * @description receipt
             * @enum {string}
             */
            state?: "sent" | "delivered" | "read" | "failed";
            /** @description receipt: why it failed */
            error?: string;
            /** @description receipt: the number cannot be reached for good */
            unreachable?: boolean;
        };
        GatewayAnswer: {
            /** @description opened, joined, duplicate, stopped, resumed, ignored; for receipts noted, unknown */
            outcome: string;
        };
        OutgoingTextAnswer: {
            /** Format: uuid */
            id: string;
            purpose: string;
            /** @enum {string} */
            medium: "sms" | "whatsapp";
            recipient: string;
            body: string;
            /** @description how many SMS it was cut into */
            segments: number;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "delivered" | "failed";
            attempts: number;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
        };
        OutgoingTextList: {
            data: components["schemas"]["OutgoingTextAnswer"][];
        };
        ServiceEntityDto: {
            key: string;
            name: string;
        };
        ServiceDto: {
            /** @description give it as `service` when filing */
            code: string;
            name: string;
            description: string;
            /** @enum {string} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report";
            entity: components["schemas"]["ServiceEntityDto"];
            /** @description working time promised */
            firstResponseMinutes: number;
            /** @description working time promised */
            resolutionMinutes: number;
        };
        CompleteListDto: {
            hasMore: boolean;
            after: string | null;
        };
        ServiceListDto: {
            data: components["schemas"]["ServiceDto"][];
            meta: components["schemas"]["CompleteListDto"];
        };
        FilingRequesterDto: {
            name?: string | null;
            /** @description in any digits */
            phone?: string | null;
            /** Format: email */
            email?: string | null;
            /**
             * @description of someone anonymous no name, telephone or e-mail address is kept
             * @enum {string}
             */
            audience: "citizen" | "resident" | "visitor" | "business" | "anonymous";
        };
        FilingLocationDto: {
            lat?: number | null;
            long?: number | null;
            address?: string | null;
        };
        FileTicketDto: {
            /** @enum {string} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report";
            subject: string;
            description: string;
            /** @description a service's code */
            service?: string | null;
            /**
             * @description one of the country's languages, ar or en
             * @example ar
             */
            language: string;
            requester: components["schemas"]["FilingRequesterDto"];
            location?: components["schemas"]["FilingLocationDto"] | null;
            /** @description ids of uploads */
            attachments?: string[] | null;
        };
        FiledTicketDto: {
            /** @example 2648-1937-0521 */
            number: string;
            /** @example K7Q2M9XD */
            trackingCode: string;
            /** Format: date-time */
            expectedAt: string | null;
            /** @description the ticket's page; asks for the tracking code */
            trackUrl: string;
        };
        UploadDto: {
            /** @description give it in `attachments`; good for one use within a day */
            id: string;
            name: string;
            size: number;
            /** @description by content */
            type: string;
        };
        TrackDto: {
            /** @example 2648-1937-0521 */
            number: string;
            /** @example K7Q2M9XD */
            trackingCode: string;
        };
        QuestionDto: {
            /** Format: date-time */
            at: string;
            text: string;
        };
        TimelineEntryDto: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            what: "opened" | "in_progress" | "waiting" | "resolved" | "closed" | "reopened" | "reply" | "your_message";
            /** @description a plain step, or the words of a reply or message */
            text: string;
        };
        TrackedTicketDto: {
            /** @example 2648-1937-0521 */
            number: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            statusText: string;
            /** @enum {string} */
            stage: "received" | "with_entity" | "answered" | "closed";
            /** @enum {string|null} */
            pendingOn: "requester" | "entity" | "third_party" | null;
            /** @description What was asked, when the requester must reply */
            question: components["schemas"]["QuestionDto"] | null;
            service: string | null;
            /** @description The entity that is responsible */
            entity: string | null;
            subject: string;
            timeline: components["schemas"]["TimelineEntryDto"][];
            /** Format: date-time */
            expectedAt: string | null;
            canReply: boolean;
            canRate: boolean;
        };
        ReplyDto: {
            /** @example 2648-1937-0521 */
            number: string;
            /** @example K7Q2M9XD */
            trackingCode: string;
            body: string;
            /** @description ids of uploads */
            attachments?: string[] | null;
        };
        RateDto: {
            /** @example 2648-1937-0521 */
            number: string;
            /** @example K7Q2M9XD */
            trackingCode: string;
            score: number;
            comment?: string | null;
        };
        CodeRequestDto: {
            number: string;
            /** @description the requester's e-mail address or telephone number */
            contact: string;
        };
        ApiKeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description to the minute
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
        };
        ApiKeyList: {
            data: components["schemas"]["ApiKeyAnswer"][];
        };
        NewApiKeyBody: {
            /** @description whose program it is */
            name: string;
        };
        NewApiKeyAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description to the minute
             */
            lastUsedAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @description shown now and never again */
            key: string;
        };
        CannedTextBody: {
            /** @description one of the country’s languages */
            language: string;
            text: string;
        };
        CannedReplyAnswer: {
            key: string;
            title: components["schemas"]["LocalizedName"];
            queue: string | null;
            texts: components["schemas"]["CannedTextBody"][];
            active: boolean;
            version: number;
        };
        PlaceholderAnswer: {
            /** @enum {string} */
            name: "ticketNumber" | "trackingCode" | "trackLink" | "subject" | "requesterName" | "expectedBy" | "sender" | "answer" | "whenShortened" | "reportService" | "reportStage" | "reportLink" | "contactLink" | "signInCode" | "contactCode" | "confirmLink" | "stopLink" | "passwordLink" | "securityChange" | "webhookReceiver" | "webhookFault" | "agentName" | "queueName";
            meaning: components["schemas"]["LocalizedName"];
            example: components["schemas"]["LocalizedName"];
            /** @description nothing may be known of it: then its line is left out */
            mayBeEmpty: boolean;
        };
        CannedReplyPage: {
            data: components["schemas"]["CannedReplyAnswer"][];
            meta: components["schemas"]["PageMeta"];
            /** @description in which it may be written */
            languages: string[];
            placeholders: components["schemas"]["PlaceholderAnswer"][];
        };
        CannedReplyBody: {
            /** @description for this queue’s tickets alone; null: for all */
            queue?: string | null;
            key: string;
            title: components["schemas"]["NameBody"];
            texts: components["schemas"]["CannedTextBody"][];
        };
        CannedPreviewAnswer: {
            text: string;
            /** @enum {string} */
            direction: "rtl" | "ltr";
        };
        CannedReplyPatchBody: {
            /** @description for this queue’s tickets alone; null: for all */
            queue?: string | null;
            title?: components["schemas"]["NameBody"] | null;
            texts?: components["schemas"]["CannedTextBody"][] | null;
            /** @description false retires it */
            active?: boolean | null;
        };
        OptionalTextBody: {
            ar: string;
            en: string;
        };
        AttributeValueBody: {
            key: string;
            name: components["schemas"]["NameBody"];
        };
        AttributeBody: {
            /** @description unique within the service */
            code: string;
            /** @description false when it only informs */
            variable: boolean;
            /** @enum {string} */
            datatype: "string" | "number" | "datetime" | "text" | "singlevaluelist" | "multivaluelist";
            required: boolean;
            /** @description the question */
            description: components["schemas"]["OptionalTextBody"];
            /** @description how to answer it */
            datatypeDescription: components["schemas"]["OptionalTextBody"];
            /** @description the choices of a list */
            values: components["schemas"]["AttributeValueBody"][];
        };
        ServiceRecordAnswer: {
            code: string;
            entity: string;
            queue: string;
            name: components["schemas"]["NameBody"];
            description: components["schemas"]["OptionalTextBody"];
            group: components["schemas"]["OptionalTextBody"];
            keywords: string;
            /** @enum {string} */
            kind: "enquiry" | "complaint" | "suggestion" | "request" | "report";
            firstResponseMinutes: number;
            resolutionMinutes: number;
            /** @enum {string} */
            proof: "none" | "photo" | "document" | "reading";
            /** @enum {string|null} */
            open311: "realtime" | "batch" | "blackbox" | null;
            attributes: components["schemas"]["AttributeBody"][];
            position: number;
            active: boolean;
            restricted: boolean;
            readerGroups: string[];
            version: number;
        };
        ServiceRecordPage: {
            data: components["schemas"]["ServiceRecordAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        ServiceBody: {
            description?: components["schemas"]["OptionalTextBody"] | null;
            group?: components["schemas"]["OptionalTextBody"] | null;
            /** @description separated by spaces or commas */
            keywords?: string | null;
            /** @enum {string|null} */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @description working minutes */
            firstResponseMinutes?: number | null;
            /** @description working minutes */
            resolutionMinutes?: number | null;
            /**
             * @description what must be shown before a matter counts as fixed
             * @enum {string|null}
             */
            proof?: "none" | "photo" | "document" | "reading" | null;
            /**
             * @description null: not offered to programs
             * @enum {string|null}
             */
            open311?: "realtime" | "batch" | "blackbox" | null;
            attributes?: components["schemas"]["AttributeBody"][] | null;
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
            /** @description only its groups may read its tickets, and each reading is audited */
            restricted?: boolean | null;
            /** @description groups of staff that may read its tickets */
            readerGroups?: string[] | null;
            code: string;
            /** @description key of an entity */
            entity: string;
            /** @description key of a queue */
            queue: string;
            name: components["schemas"]["NameBody"];
        };
        ServicePatchBody: {
            description?: components["schemas"]["OptionalTextBody"] | null;
            group?: components["schemas"]["OptionalTextBody"] | null;
            /** @description separated by spaces or commas */
            keywords?: string | null;
            /** @enum {string|null} */
            kind?: "enquiry" | "complaint" | "suggestion" | "request" | "report" | null;
            /** @description working minutes */
            firstResponseMinutes?: number | null;
            /** @description working minutes */
            resolutionMinutes?: number | null;
            /**
             * @description what must be shown before a matter counts as fixed
             * @enum {string|null}
             */
            proof?: "none" | "photo" | "document" | "reading" | null;
            /**
             * @description null: not offered to programs
             * @enum {string|null}
             */
            open311?: "realtime" | "batch" | "blackbox" | null;
            attributes?: components["schemas"]["AttributeBody"][] | null;
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
            /** @description only its groups may read its tickets, and each reading is audited */
            restricted?: boolean | null;
            /** @description groups of staff that may read its tickets */
            readerGroups?: string[] | null;
            /** @description key of an entity */
            entity?: string | null;
            /** @description key of a queue */
            queue?: string | null;
            name?: components["schemas"]["NameBody"] | null;
        };
        LadderStepBody: {
            /** @description minutes of business time after the time for accepting is over; more than the step before */
            afterMinutes: number;
            /** @description staff of the entity */
            officers: string[];
        };
        EntityRecordAnswer: {
            key: string;
            name: components["schemas"]["NameBody"];
            /** @enum {string} */
            kind: "ministry" | "authority" | "municipality" | "company";
            parent: string | null;
            phone: string;
            email: string;
            address: string;
            calendar: string | null;
            acceptMinutes: number;
            answerMinutes: number;
            ladder: components["schemas"]["LadderStepBody"][];
            active: boolean;
            version: number;
        };
        EntityRecordPage: {
            data: components["schemas"]["EntityRecordAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        EntityBody: {
            /** @enum {string|null} */
            kind?: "ministry" | "authority" | "municipality" | "company" | null;
            /** @description key of the entity it is a part of; null: of none */
            parent?: string | null;
            /** @description how the centre reaches it */
            phone?: string | null;
            email?: string | null;
            address?: string | null;
            /** @description key of a calendar; empty: the hours of the country */
            calendar?: string | null;
            /** @description working minutes to accept or return a referral */
            acceptMinutes?: number | null;
            /** @description working minutes to answer, where the ticket has no due time */
            answerMinutes?: number | null;
            /** @description who is told, one after the other, when nobody takes a referral */
            ladder?: components["schemas"]["LadderStepBody"][] | null;
            key: string;
            name: components["schemas"]["NameBody"];
        };
        EntityPatchBody: {
            /** @enum {string|null} */
            kind?: "ministry" | "authority" | "municipality" | "company" | null;
            /** @description key of the entity it is a part of; null: of none */
            parent?: string | null;
            /** @description how the centre reaches it */
            phone?: string | null;
            email?: string | null;
            address?: string | null;
            /** @description key of a calendar; empty: the hours of the country */
            calendar?: string | null;
            /** @description working minutes to accept or return a referral */
            acceptMinutes?: number | null;
            /** @description working minutes to answer, where the ticket has no due time */
            answerMinutes?: number | null;
            /** @description who is told, one after the other, when nobody takes a referral */
            ladder?: components["schemas"]["LadderStepBody"][] | null;
            name?: components["schemas"]["NameBody"] | null;
            /** @description false retires it */
            active?: boolean | null;
        };
        CentreRecordAnswer: {
            key: string;
            name: components["schemas"]["NameBody"];
            address: components["schemas"]["OptionalTextBody"];
            letter: string;
            calendar: string | null;
            queues: string[];
            desks: string[];
            active: boolean;
            version: number;
        };
        CentreRecordPage: {
            data: components["schemas"]["CentreRecordAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        CentreBody: {
            name: components["schemas"]["NameBody"] | null;
            address?: components["schemas"]["OptionalTextBody"] | null;
            /** @description one or two capital letters, before call-up numbers */
            letter?: string | null;
            /** @description key of a calendar; empty: around the clock */
            calendar?: string | null;
            /** @description keys of the queues it serves; the first takes what names no service */
            queues: string[] | null;
            /** @description labels of its desks, in their order */
            desks: string[] | null;
            /** @description false retires it */
            active?: boolean | null;
            key: string;
        };
        CentrePatchBody: {
            name?: components["schemas"]["NameBody"] | null;
            address?: components["schemas"]["OptionalTextBody"] | null;
            /** @description one or two capital letters, before call-up numbers */
            letter?: string | null;
            /** @description key of a calendar; empty: around the clock */
            calendar?: string | null;
            /** @description keys of the queues it serves; the first takes what names no service */
            queues?: string[] | null;
            /** @description labels of its desks, in their order */
            desks?: string[] | null;
            /** @description false retires it */
            active?: boolean | null;
        };
        ChannelShown: {
            /** @enum {string} */
            channel: "console" | "portal" | "mail_out" | "mailbox" | "texts" | "exchange_calls" | "exchange_queues" | "scanner";
            /** @description whether there is anything to be tried */
            isSet: boolean;
        };
        ContactChannelShown: {
            /** @enum {string} */
            channel: "phone" | "email" | "web" | "texts";
            isSet: boolean;
            /** @description whether a contact ever came in on it */
            used: boolean;
        };
        ChannelList: {
            data: components["schemas"]["ChannelShown"][];
            /** @description the ways in, from end to end */
            contacts: components["schemas"]["ContactChannelShown"][];
        };
        ChannelCheckAnswer: {
            ok: boolean;
            /** @description as the other side said it */
            fault: string | null;
            tookMs: number;
        };
        DeadLetterEvent: {
            id: string;
            type: string;
            /** Format: date-time */
            at: string;
            attempts: number;
            fault: string | null;
        };
        DeadLetterEvents: {
            data: components["schemas"]["DeadLetterEvent"][];
        };
        FailedJob: {
            id: string;
            queue: string;
            attempts: number;
            fault: string | null;
        };
        FailedJobs: {
            data: components["schemas"]["FailedJob"][];
        };
        MailboxAnswer: {
            /** @enum {string} */
            state: "off" | "connecting" | "connected" | "refused" | "lost";
            /** @description why it is not connected */
            fault: string | null;
            /** Format: date-time */
            collectedAt: string | null;
        };
        MailboxState: {
            /** @description null where none is set */
            mailbox: components["schemas"]["MailboxAnswer"] | null;
        };
        QuarantinedMailAnswer: {
            /** Format: uuid */
            id: string;
            messageId: string | null;
            sender: string | null;
            envelopeFrom: string;
            recipients: string[];
            fault: string | null;
            size: number;
            /** Format: date-time */
            receivedAt: string;
        };
        QuarantinedMailPage: {
            data: components["schemas"]["QuarantinedMailAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        FaultyMailAnswer: {
            /** Format: uuid */
            id: string;
            messageId: string | null;
            sender: string | null;
            recipients: string[];
            /**
             * @example [
             *       "charset.wrong"
             *     ]
             */
            faults: string[];
            size: number;
            state: string;
            ticket: string | null;
            /** Format: date-time */
            receivedAt: string;
        };
        FaultyMailPage: {
            data: components["schemas"]["FaultyMailAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        IgnoredMailAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description its original, or that of the mail it repeats
             */
            mailId: string;
            messageId: string | null;
            sender: string | null;
            envelopeFrom: string;
            recipients: string[];
            /** @example mail.repeated */
            reason: string;
            ticket: string | null;
            /** Format: date-time */
            receivedAt: string;
        };
        IgnoredMailPage: {
            data: components["schemas"]["IgnoredMailAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        ReleasedMail: {
            /** @description what became of it */
            outcome: string;
        };
        OutgoingMailAnswer: {
            /** Format: uuid */
            id: string;
            purpose: string;
            recipient: string;
            subject: string;
            /** @enum {string} */
            state: "queued" | "sending" | "sent" | "failed";
            attempts: number;
            lastError: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
        };
        OutgoingMailList: {
            data: components["schemas"]["OutgoingMailAnswer"][];
        };
        ReasonRecordAnswer: {
            /** @enum {string} */
            use: "not_ready" | "decline" | "wrap_up";
            key: string;
            name: components["schemas"]["LocalizedName"];
            position: number;
            active: boolean;
            version: number;
        };
        ReasonRecordPage: {
            data: components["schemas"]["ReasonRecordAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        ReasonBody: {
            /** @enum {string} */
            use: "not_ready" | "decline" | "wrap_up";
            /** @description unique within its use */
            key: string;
            name: components["schemas"]["NameBody"];
            /** @description agents see them in this order */
            position?: number | null;
        };
        ReasonPatchBody: {
            name?: components["schemas"]["NameBody"] | null;
            /** @description agents see them in this order */
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
        };
        TemplateWords: {
            subject: string | null;
            body: string;
        };
        TemplatePlaceholder: {
            /** @enum {string} */
            name: "ticketNumber" | "trackingCode" | "trackLink" | "subject" | "requesterName" | "expectedBy" | "sender" | "answer" | "whenShortened" | "reportService" | "reportStage" | "reportLink" | "contactLink" | "signInCode" | "contactCode" | "confirmLink" | "stopLink" | "passwordLink" | "securityChange" | "webhookReceiver" | "webhookFault" | "agentName" | "queueName";
            meaning: components["schemas"]["LocalizedName"];
            example: components["schemas"]["LocalizedName"];
            /** @description nothing may be known of it: then its line is left out */
            mayBeEmpty: boolean;
            inSubject: boolean;
            required: boolean;
        };
        TemplateAnswer: {
            /** @enum {string} */
            kind: "acknowledgement" | "reply" | "resolved" | "tracking_code" | "confirm_address" | "answer_waiting" | "sign_in_code" | "report_confirm" | "report_stage" | "password_reset" | "security_notice" | "webhook_disabled" | "texts_stopped" | "texts_resumed";
            /**
             * @description text: SMS and WhatsApp
             * @enum {string}
             */
            medium: "mail" | "text";
            language: string;
            /** @description null: none in this language */
            builtIn: components["schemas"]["TemplateWords"] | null;
            /** @description null: the built-in words are in force */
            override: components["schemas"]["TemplateWords"] | null;
            /** @description the language in which it is said now */
            saidIn: string;
            placeholders: components["schemas"]["TemplatePlaceholder"][];
            /** @description 0 until something was written */
            version: number;
            /** Format: date-time */
            updatedAt: string | null;
        };
        TemplateList: {
            data: components["schemas"]["TemplateAnswer"][];
        };
        TemplateBody: {
            /** @description of a mail; the ticket’s number is put before it. Texts have none */
            subject?: string | null;
            /** @description plain text with places like {{ticketNumber}}; a line with a place that has no value is left out */
            body: string;
        };
        TemplatePreviewAnswer: {
            subject: string | null;
            text: string;
            /** @description null for texts */
            html: string | null;
            /** @enum {string} */
            direction: "rtl" | "ltr";
            /** @description how many SMS; null for mails */
            segments: number | null;
        };
        WebhookAnswer: {
            /** Format: uuid */
            id: string;
            url: string;
            events: ("ticket.created" | "ticket.changed" | "ticket.message_added" | "ticket.resolved" | "ticket.reopened" | "ticket.rated" | "referral.sent" | "referral.recalled" | "referral.message" | "referral.overdue" | "referral.decided" | "incident.opened" | "incident.updated" | "incident.resolved")[];
            /** @description key of the entity of whose tickets it is told */
            entity: string | null;
            enabled: boolean;
            /** Format: date-time */
            disabledAt: string | null;
            /** @enum {string|null} */
            disabledBecause: "administrator" | "failing" | "gone" | null;
            /**
             * Format: date-time
             * @description until when the secret before the last rotation signs as well
             */
            earlierSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        WebhookPage: {
            data: components["schemas"]["WebhookAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        NewWebhookBody: {
            /**
             * Format: uri
             * @example https://receiver.example/wasl
             */
            url: string;
            /** @description nothing is told about incidents before there are any */
            events: ("ticket.created" | "ticket.changed" | "ticket.message_added" | "ticket.resolved" | "ticket.reopened" | "ticket.rated" | "referral.sent" | "referral.recalled" | "referral.message" | "referral.overdue" | "referral.decided" | "incident.opened" | "incident.updated" | "incident.resolved")[];
            /** @description key of an entity: only of tickets whose service is its own */
            entity?: string | null;
        };
        NewWebhookAnswer: {
            /** Format: uuid */
            id: string;
            url: string;
            events: ("ticket.created" | "ticket.changed" | "ticket.message_added" | "ticket.resolved" | "ticket.reopened" | "ticket.rated" | "referral.sent" | "referral.recalled" | "referral.message" | "referral.overdue" | "referral.decided" | "incident.opened" | "incident.updated" | "incident.resolved")[];
            /** @description key of the entity of whose tickets it is told */
            entity: string | null;
            enabled: boolean;
            /** Format: date-time */
            disabledAt: string | null;
            /** @enum {string|null} */
            disabledBecause: "administrator" | "failing" | "gone" | null;
            /**
             * Format: date-time
             * @description until when the secret before the last rotation signs as well
             */
            earlierSecretUntil: string | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
            /**
             * @description shown this once
             * @example whsec_…
             */
            secret: string;
        };
        WebhookPatchBody: {
            /** Format: uri */
            url?: string | null;
            events?: ("ticket.created" | "ticket.changed" | "ticket.message_added" | "ticket.resolved" | "ticket.reopened" | "ticket.rated" | "referral.sent" | "referral.recalled" | "referral.message" | "referral.overdue" | "referral.decided" | "incident.opened" | "incident.updated" | "incident.resolved")[] | null;
            enabled?: boolean | null;
        };
        RotatedSecretAnswer: {
            /**
             * @description shown this once
             * @example whsec_…
             */
            secret: string;
            /**
             * Format: date-time
             * @description until then both secrets sign
             */
            earlierSecretUntil: string;
        };
        TestDeliveryAnswer: {
            /**
             * Format: uuid
             * @description the delivery of the test
             */
            id: string;
        };
        WebhookDeliveryAnswer: {
            /** Format: uuid */
            id: string;
            /**
             * @description the webhook-id of the message
             * @example msg_…
             */
            messageId: string;
            /** @example ticket.changed */
            type: string;
            /**
             * Format: date-time
             * @description when it happened
             */
            at: string;
            /** @description number of the ticket */
            ticket: string | null;
            /** @enum {string} */
            state: "queued" | "sending" | "delivered" | "failed" | "cancelled";
            attempts: number;
            /** Format: date-time */
            lastAttemptAt: string | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** @description HTTP status of the last answer */
            lastStatus: number | null;
            /** @description why there was no answer */
            lastError: string | null;
            /** @description the beginning of the last answer */
            response: string | null;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDeliveryAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        ReplayBody: {
            /**
             * Format: date-time
             * @description events since then are sent again; they are kept for 30 days
             */
            since: string;
        };
        ReplayAnswer: {
            /** @description how many events are sent again */
            events: number;
        };
        AuditActor: {
            /** Format: uuid */
            id: string;
            name: string | null;
        };
        AuditTargetShown: {
            /** @enum {string} */
            kind: "user" | "token" | "ticket" | "requester" | "mail" | "job" | "event" | "call_log" | "recording" | "report" | "queue" | "skill" | "reason" | "routing_rules" | "roster" | "service" | "entity" | "centre" | "api_key" | "webhook" | "blocked_caller" | "outbound_route" | "calendar" | "sla_policy" | "zone" | "duty_officer" | "template" | "channel" | "setting" | "secret_key";
            id: string | null;
            /** @description of a member of staff */
            name: string | null;
        };
        AuditEntryAnswer: {
            /** @description its place in the trail */
            id: string;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["AuditActor"] | null;
            /** @enum {string} */
            action: "session.started" | "session.failed" | "session.ended" | "session.break_glass" | "token.created" | "token.revoked" | "token.first_used" | "user.created" | "user.changed" | "user.disabled" | "user.enabled" | "user.invited" | "user.joined" | "user.unlocked" | "user.linked" | "user.unlinked" | "setup.link_made" | "password.changed" | "password.reset_asked" | "password.reset" | "otp.enabled" | "otp.disabled" | "otp.reset" | "otp.recovery_used" | "recovery_codes.made" | "passkey.added" | "passkey.removed" | "passkey.cloned" | "presence.forced" | "ticket.assigned" | "ticket.taken_away" | "ticket.code_replaced" | "contact.confirmed" | "contact.refused" | "message.accepted" | "message.dismissed" | "mail.released" | "mail.ignored" | "mail.read_raw" | "job.retried" | "event.retried" | "call_log.read" | "recording.played" | "recording.retried" | "referral.sent" | "referral.accepted" | "referral.returned" | "referral.completed" | "referral.recalled" | "referral.decided" | "report.exported" | "ticket.exported" | "ticket.read_restricted" | "ticket.opened_restricted" | "person.searched" | "files.many_read" | "keys.rotated" | "webhook.rotated" | "webhook.tested" | "webhook.retried" | "webhook.replayed" | "webhook.disabled" | "config.created" | "config.changed" | "config.retired" | "config.removed";
            target: components["schemas"]["AuditTargetShown"];
            detail: {
                [key: string]: (string | number | boolean | string[]) | null;
            };
        };
        AuditPage: {
            data: components["schemas"]["AuditEntryAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        AuditHead: {
            id: string;
            /** @description kept elsewhere, it proves later that nothing up to here was changed */
            link: string;
        };
        AuditBreak: {
            id: string;
            /** @enum {string} */
            fault: "missing" | "changed" | "cut_off";
        };
        AuditVerdict: {
            intact: boolean;
            /** @description entries found to be as they were written */
            entries: number;
            head: components["schemas"]["AuditHead"] | null;
            broken: components["schemas"]["AuditBreak"] | null;
        };
        RatedSkill: {
            skill: string;
            level: number;
        };
        LinkedIdentity: {
            /** Format: date-time */
            linkedAt: string;
            /** Format: date-time */
            lastSignInAt: string;
        };
        UserAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator";
            /** @enum {string} */
            language: "ar" | "en";
            extension: string | null;
            capacity: number;
            profile: string;
            entity: string | null;
            groups: string[];
            queues: string[];
            skills: components["schemas"]["RatedSkill"][];
            disabled: boolean;
            /** @description has set a password */
            joined: boolean;
            /** @description is asked for a one-time code */
            otp: boolean;
            passkeys: number;
            /** @description the account of the identity provider they sign in with */
            identity: components["schemas"]["LinkedIdentity"] | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        UserPage: {
            data: components["schemas"]["UserAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        RatedSkillBody: {
            /** @description key of a skill */
            skill: string;
            level: number;
        };
        UserBody: {
            name: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            role: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator";
            /** @enum {string|null} */
            language?: "ar" | "en" | null;
            /** @description the telephone on the desk, as the exchange dials it */
            extension?: string | null;
            /** @description units of work that may be held at once; a call takes 100 */
            capacity?: number | null;
            /** @description key of a profile of the routing rules */
            profile?: string | null;
            /** @description key of the entity they belong to */
            entity?: string | null;
            /** @description names of groups, which restricted services are opened to */
            groups?: string[] | null;
            /** @description keys of the queues they serve */
            queues?: string[] | null;
            skills?: components["schemas"]["RatedSkillBody"][] | null;
        };
        InvitationAnswer: {
            /** @description opens the page where its owner sets a password; shown this once */
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        NewUserAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator";
            /** @enum {string} */
            language: "ar" | "en";
            extension: string | null;
            capacity: number;
            profile: string;
            entity: string | null;
            groups: string[];
            queues: string[];
            skills: components["schemas"]["RatedSkill"][];
            disabled: boolean;
            /** @description has set a password */
            joined: boolean;
            /** @description is asked for a one-time code */
            otp: boolean;
            passkeys: number;
            /** @description the account of the identity provider they sign in with */
            identity: components["schemas"]["LinkedIdentity"] | null;
            /** Format: date-time */
            createdAt: string;
            version: number;
            invitation: components["schemas"]["InvitationAnswer"];
        };
        UserPatchBody: {
            name?: string | null;
            /** Format: email */
            email?: string | null;
            /** @enum {string|null} */
            role?: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator" | null;
            /** @enum {string|null} */
            language?: "ar" | "en" | null;
            /** @description null takes it away */
            extension?: string | null;
            /** @description units of work that may be held at once; a call takes 100 */
            capacity?: number | null;
            /** @description key of a profile of the routing rules */
            profile?: string | null;
            /** @description null takes it away */
            entity?: string | null;
            /** @description names of groups, which restricted services are opened to */
            groups?: string[] | null;
            queues?: string[] | null;
            skills?: components["schemas"]["RatedSkillBody"][] | null;
            /** @description true ends every session and returns all work at once */
            disabled?: boolean | null;
        };
        RoleRequirementView: {
            /** @enum {string} */
            role: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator";
            required: boolean;
        };
        RoleRequirementList: {
            data: components["schemas"]["RoleRequirementView"][];
        };
        RequiredRolesBody: {
            /** @description roles whose members need a second factor */
            roles: ("entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator")[];
        };
        ReadingPolicyAnswer: {
            /** @enum {string} */
            agentsRead: "all" | "served_queues";
        };
        ReadingPolicyBody: {
            /**
             * @description everything, or only the tickets of the queues they serve
             * @enum {string}
             */
            agentsRead: "all" | "served_queues";
        };
        StaffingBody: {
            /** @description mean handle time: talk, hold and after-call work */
            ahtSeconds: number;
            /** @description the X of “answered within X seconds” */
            thresholdSeconds: number;
            /** @description mean patience: who waits longer gives up (Erlang A). Without it nobody gives up (Erlang C) */
            patienceSeconds?: number | null;
            /** @description with target: agents are not to be busier than this share of their time */
            maxOccupancy?: number | null;
            /** @description share of paid time away from the desk */
            shrinkage?: number | null;
            /** @description contacts in one interval */
            calls: number;
            intervalSeconds: number;
            /** @description agents at their desks; or give target */
            agents?: number | null;
            /** @description the service level wanted of the fewest agents, 0–1; or give agents */
            target?: number | null;
        };
        StaffingShown: {
            /** @enum {string} */
            model: "erlang_c" | "erlang_a";
            /** @description at their desks */
            agents: number;
            /** @description on the roster: ⌈agents ÷ (1 − shrinkage)⌉ */
            rostered: number;
            trafficErlang: number;
            /** @description share that has to wait, 0–1 */
            pWait: number;
            /** @description mean wait of all contacts; under Erlang A those who give up are among them */
            asaSeconds: number;
            /** @description answered in time ÷ (answered + given up after that time), 0–1 */
            serviceLevel: number;
            /** @description handling ÷ (handling + available), 0–1 */
            occupancy: number;
            /** @description share that gives up, 0–1 */
            abandonment: number;
        };
        StaffingDayBody: {
            /** @description mean handle time: talk, hold and after-call work */
            ahtSeconds: number;
            /** @description the X of “answered within X seconds” */
            thresholdSeconds: number;
            /** @description mean patience: who waits longer gives up (Erlang A). Without it nobody gives up (Erlang C) */
            patienceSeconds?: number | null;
            /** @description with target: agents are not to be busier than this share of their time */
            maxOccupancy?: number | null;
            /** @description share of paid time away from the desk */
            shrinkage?: number | null;
            /** @description contacts, interval by interval */
            calls: number[];
            intervalSeconds: number;
            /** @description the service level wanted of the fewest agents, 0–1 */
            target: number;
        };
        StaffingDayShown: {
            data: components["schemas"]["StaffingShown"][];
        };
        ServiceLevelOfInterval: {
            /** @description percent */
            percent: number | null;
            thresholdSeconds: number | null;
        };
        IntervalShown: {
            offered: number;
            answered: number;
            abandoned: number;
            shortAbandoned: number;
            withinThreshold: number;
            serviceLevel: components["schemas"]["ServiceLevelOfInterval"];
            asaSeconds: number | null;
            handled: number;
            ahtSeconds: number | null;
            talkSeconds: number | null;
            holdSeconds: number | null;
            acwSeconds: number | null;
            /** @description percent */
            occupancy: number | null;
            /** @description percent */
            abandonment: number | null;
            transferred: number;
            /** @description percent */
            transferRate: number | null;
            /** @description tickets resolved or closed */
            settled: number;
            reopened: number;
            /** @description percent */
            reopenRate: number | null;
            ratings: number;
            /** @description percent */
            csat: number | null;
            /** @description percent */
            responseRate: number | null;
            /** @description mean number of agents at work */
            present: number;
            /** @description mean number of agents rostered as available */
            rostered: number;
            /** @description percent; null without a roster */
            adherence: number | null;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            queue: string;
        };
        FiguresShown: {
            offered: number;
            answered: number;
            abandoned: number;
            shortAbandoned: number;
            withinThreshold: number;
            serviceLevel: components["schemas"]["ServiceLevelOfInterval"];
            asaSeconds: number | null;
            handled: number;
            ahtSeconds: number | null;
            talkSeconds: number | null;
            holdSeconds: number | null;
            acwSeconds: number | null;
            /** @description percent */
            occupancy: number | null;
            /** @description percent */
            abandonment: number | null;
            transferred: number;
            /** @description percent */
            transferRate: number | null;
            /** @description tickets resolved or closed */
            settled: number;
            reopened: number;
            /** @description percent */
            reopenRate: number | null;
            ratings: number;
            /** @description percent */
            csat: number | null;
            /** @description percent */
            responseRate: number | null;
            /** @description mean number of agents at work */
            present: number;
            /** @description mean number of agents rostered as available */
            rostered: number;
            /** @description percent; null without a roster */
            adherence: number | null;
        };
        BacklogShown: {
            queue: string;
            /** @description tickets neither resolved nor closed */
            open: number;
            /** @description median age in business time */
            ageP50Seconds: number | null;
            /** @description the age in business time that one in ten exceeds */
            ageP90Seconds: number | null;
        };
        IntervalsMeta: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {number} */
            size: 15 | 30;
            /** @description on whose clocks intervals begin */
            zone: string;
            /** @enum {string} */
            serviceLevelVariant: "late_abandons_count" | "of_all" | "of_answered" | "abandons_in_time_credited" | "short_abandons_credited" | "short_abandons_left_out";
            shortAbandonSeconds: number;
            /** @description the same figures over the whole range */
            totals: components["schemas"]["FiguresShown"];
            /** @description as it is now */
            backlog: components["schemas"]["BacklogShown"][];
            hasMore: boolean;
            after: string | null;
        };
        IntervalsAnswer: {
            data: components["schemas"]["IntervalShown"][];
            meta: components["schemas"]["IntervalsMeta"];
        };
        LocalizedText: {
            ar: string;
            en: string;
        };
        FigureShown: {
            /** @description its name in the rows */
            key: string;
            /** @enum {string} */
            unit: "count" | "percent" | "seconds" | "agents";
            name: components["schemas"]["LocalizedText"];
            formula: components["schemas"]["LocalizedText"];
        };
        FigureList: {
            data: components["schemas"]["FigureShown"][];
        };
        BreakdownShown: {
            offered: number;
            answered: number;
            abandoned: number;
            shortAbandoned: number;
            withinThreshold: number;
            serviceLevel: components["schemas"]["ServiceLevelOfInterval"];
            asaSeconds: number | null;
            handled: number;
            ahtSeconds: number | null;
            talkSeconds: number | null;
            holdSeconds: number | null;
            acwSeconds: number | null;
            /** @description percent */
            occupancy: number | null;
            /** @description percent */
            abandonment: number | null;
            transferred: number;
            /** @description percent */
            transferRate: number | null;
            /** @description tickets resolved or closed */
            settled: number;
            reopened: number;
            /** @description percent */
            reopenRate: number | null;
            ratings: number;
            /** @description percent */
            csat: number | null;
            /** @description percent */
            responseRate: number | null;
            /** @description mean number of agents at work */
            present: number;
            /** @description mean number of agents rostered as available */
            rostered: number;
            /** @description percent; null without a roster */
            adherence: number | null;
            /** @description of the queue, channel or entity its key, of the service its code, of the agent the id; null: of none */
            key: string | null;
            name: components["schemas"]["LocalizedText"];
        };
        BreakdownMeta: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {string} */
            by: "queue" | "channel" | "entity" | "service" | "agent";
            /** @description on whose clocks days begin */
            zone: string;
            /** @description names of the figures that mean something by this */
            figures: string[];
            /** @enum {string} */
            serviceLevelVariant: "late_abandons_count" | "of_all" | "of_answered" | "abandons_in_time_credited" | "short_abandons_credited" | "short_abandons_left_out";
            shortAbandonSeconds: number;
            /** @description the same figures over all of them */
            totals: components["schemas"]["FiguresShown"];
        };
        BreakdownAnswer: {
            data: components["schemas"]["BreakdownShown"][];
            meta: components["schemas"]["BreakdownMeta"];
        };
        ForecastIntervalShown: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** @description contacts expected to arrive; null while the history is too short */
            expected: number | null;
            /** @description contacts that arrived; null of what is not over */
            arrived: number | null;
            /** @description agents required at their desks */
            required: number | null;
            /** @description agents required on the roster, after shrinkage */
            requiredRostered: number | null;
            /** @description agents rostered as available */
            rostered: number;
            /** @description agents at work; null of what is to come */
            present: number | null;
        };
        ForecastTermsShown: {
            /** @enum {string} */
            model: "erlang_c" | "erlang_a";
            target: number;
            ahtSeconds: number;
            /** @enum {string} */
            ahtSource: "given" | "measured" | "assumed";
            thresholdSeconds: number;
            patienceSeconds: number | null;
            maxOccupancy: number | null;
            shrinkage: number;
        };
        ForecastAccuracyShown: {
            /** @description days that are over and lie in the range */
            days: number;
            /** @description weighted absolute percentage error of these, by interval, 0–1 */
            wape: number | null;
        };
        ForecastMeta: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            /** @enum {number} */
            size: 15 | 30;
            zone: string;
            /** @description days that it was learned from */
            historyDays: number;
            terms: components["schemas"]["ForecastTermsShown"];
            accuracy: components["schemas"]["ForecastAccuracyShown"];
        };
        ForecastAnswer: {
            data: components["schemas"]["ForecastIntervalShown"][];
            meta: components["schemas"]["ForecastMeta"];
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /**
             * Format: uri
             * @description leads to a page about the code
             */
            type: string;
            /** @description what kind of problem, in the language of Accept-Language */
            title: string;
            /** @description the HTTP status */
            status: number;
            /** @description never changes */
            code: string;
            /** @description what went wrong, in the language of Accept-Language */
            detail: string;
            /** @description where the caller sent X-Request-Id, or the fault is ours */
            requestId?: string;
            /** @description faults of single fields */
            errors?: {
                path: string;
                code: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description The request is not valid; `errors` names the fields. */
        Problem400: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody is signed in, or the token is not valid. */
        Problem401: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller lacks the permission, or must confirm who they are. */
        Problem403: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource, or it is not for the caller. */
        Problem404: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The current state does not allow this, or the Idempotency-Key was used for another body. */
        Problem409: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource has changed since the version in If-Match. */
        Problem412: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        Problem413: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A body of this type is not read here. */
        Problem415: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is well formed but cannot be carried out. */
        Problem422: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing. */
        Problem428: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; Retry-After says when to try again. */
        Problem429: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                "RateLimit-Limit": components["headers"]["RateLimit-Limit"];
                "RateLimit-Remaining": components["headers"]["RateLimit-Remaining"];
                "RateLimit-Reset": components["headers"]["RateLimit-Reset"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other problem. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description the version in quotes, to be sent in If-Match */
        ETag: string;
        /** @description the first and the next page (RFC 8288) */
        Link: string;
        /** @description where what was created can be read */
        Location: string;
        /** @description calls in a window */
        "RateLimit-Limit": number;
        /** @description calls that are left in this window */
        "RateLimit-Remaining": number;
        /** @description seconds until the next window */
        "RateLimit-Reset": number;
        /** @description seconds to wait */
        "Retry-After": number;
        /** @description how to sign in */
        "WWW-Authenticate": string;
        /** @description the id of this request, the caller’s own if it is valid */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    MySessions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            default: components["responses"]["Problem"];
        };
    };
    MySessions_endOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    MySessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    OidcCallback_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    OidcCallback_byPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcPasskeyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    OidcCallback_byCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcCodeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Oidc_methods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Oidc_begin: {
        parameters: {
            query?: {
                /** @description a path of the console, opened after sign-in */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description to the sign-in page of the provider */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Oidc_confirm: {
        parameters: {
            query?: {
                /** @description a path of the console, opened after it */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description to the sign-in page of the provider */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Oidc_endAtProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description to the provider, or to the console */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Oidc_backchannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the sessions have ended */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Otp_enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpEnrolment"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Otp_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OtpCodeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstRecoveryCodes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Otp_disable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    PasskeySession_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignInBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PasskeySession_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAnswerBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Passkeys_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            default: components["responses"]["Problem"];
        };
    };
    Passkeys_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPasskeyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Passkeys_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Passkeys_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyNameBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Passkeys_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Password_forgotten: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgottenPasswordBody"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Password_look: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordLinkBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Password_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPasswordBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Password_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactor_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorStatusAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactor_regenerate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactor_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactor_askForPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactor_confirmByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAnswerBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Session_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            default: components["responses"]["Problem"];
        };
    };
    Session_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Session_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Setup_look: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupLinkBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Setup_use: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    SignInLocks_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLocksShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    SignInLocks_clear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Tokens_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTokenBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenView"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Tokens_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    TicketExport_download: {
        parameters: {
            query: {
                sort?: "-createdAt" | "createdAt";
                q?: string;
                /** @description with messages to review */
                held?: "waiting";
                requester?: string;
                /** @description me, none, or an id */
                assignee?: string;
                /** @description one or several, separated by commas */
                status?: string;
                queue?: string;
                format: "csv" | "xlsx" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                sort?: "-createdAt" | "createdAt";
                q?: string;
                /** @description with messages to review */
                held?: "waiting";
                requester?: string;
                /** @description me, none, or an id */
                assignee?: string;
                /** @description one or several, separated by commas */
                status?: string;
                queue?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTicketBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_patch: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_openRestricted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketOpening"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_history: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_transfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_reopen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Tickets_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Joining_merge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Joining_unmerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Joining_split: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Joining_links: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Joining_link: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Joining_unlink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                to: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Contacts_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketContactList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Contacts_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketContactList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Contacts_refuse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketContactList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Contacts_replaceCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Followers_count: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowerCount"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Similar_to: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatterBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarTicketList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Messages_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Messages_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessageBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewMessageAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Messages_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Messages_dismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    MessageMail_original: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    MessageMail_page: {
        parameters: {
            query?: {
                images?: "remote";
            };
            header?: never;
            path: {
                number: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Attachments_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Attachments_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Attachments_thumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    ReadyReplies_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyReplyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_announced: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                calendar?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_announce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnouncementBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPreviewAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_zones: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneChangePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_announceZone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZoneChangeBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneChangeAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_previewZone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ZoneChangeBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPreviewAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_withdrawZone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneChangeAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_recomputations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecomputationList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_month: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarMonth"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_year: {
        parameters: {
            query: {
                year: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_due: {
        parameters: {
            query: {
                from?: unknown;
                minutes: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Calendars_opening: {
        parameters: {
            query?: {
                at?: unknown;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyQuestionBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_dutyOfficers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_addDuty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Policies_removeDuty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    SlaTargets_promises: {
        parameters: {
            query: {
                /** @description ticket numbers, with commas between them */
                numbers: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSlaTargetsList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    SlaTargets_report: {
        parameters: {
            query: {
                /** @description included */
                from: string;
                /** @description not included */
                to: string;
                queue?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaAttainmentList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    TicketReferrals_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    TicketReferrals_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReferralBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                /** @description one or several, separated by commas: sent, received, accepted, completed, returned, recalled */
                state?: string;
                box?: "inbox" | "sent" | "arbiter";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralDetailAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_returnIt: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_addMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralMessageBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewReferralMessageAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_recall: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecallBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Referrals_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                /** @description a moment, such as 2026-03-01T00:00:00Z */
                updatedAfter?: string;
                /** @description one or several, separated by commas: sent, received, accepted, completed, returned, recalled */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralDetailAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_returnIt: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_addMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralMessageBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewReferralMessageAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    EntityReferrals_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                attachment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Me_getPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Me_setPresence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresenceBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Me_listOffers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Offers_decision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Offers_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedOffer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Offers_decline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_queues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_live: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueLiveAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_reasons: {
        parameters: {
            query: {
                for: "not_ready" | "decline" | "wrap_up";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_services: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_entities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_staff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_presenceOfDay: {
        parameters: {
            query?: {
                /** @description YYYY-MM-DD; today without it */
                day?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceDayAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Directory_force: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForcePresenceBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Queues_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Queues_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueueBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Queues_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Queues_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Queues_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueuePatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    RequesterCare_flag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CareBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Roster_list: {
        parameters: {
            query: {
                /** @description ISO 8601 with a zone */
                from: string;
                /** @description ISO 8601 with a zone */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Roster_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RosterBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Roster_adherence: {
        parameters: {
            query: {
                /** @description ISO 8601 with a zone */
                from: string;
                /** @description ISO 8601 with a zone */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdherenceAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Rules_current: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Rules_put: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Rules_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Rules_dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Rules_versions: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesVersionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Rules_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Skills_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Skills_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Skills_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Skills_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Skills_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkillPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Desk_centres: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Desk_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Desk_sit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Desk_leave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Desk_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindRequesterBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundRequesters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Desk_known: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimilarBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarMatters"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_next: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_take: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_noShow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitMatterBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_goOn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContinueBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndVisitBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Visits_receipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    BlockedCallers_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCallerPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    BlockedCallers_block: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockedCallerBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCallerShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    BlockedCallers_unblock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    OutboundRoutes_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundRoutePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    OutboundRoutes_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutboundRouteBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundRouteShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    OutboundRoutes_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                pattern: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Recordings_ofTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsOfTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Recordings_play: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "audio/wav": Blob;
                    "audio/mpeg": Blob;
                    "audio/ogg": Blob;
                    "audio/flac": Blob;
                    "audio/mp4": Blob;
                    "audio/aac": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Recordings_fetchAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Callbacks_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                queue?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Callbacks_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackOwed"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Callbacks_begin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Callbacks_settle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttemptBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Callbacks_ofTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbacksOfTicket"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    CallLog_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    CallLog_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                /** @description up to, and without */
                to?: string;
                /** @description a day or a moment */
                from?: string;
                /** @description of the caller, or of who was called */
                number?: string;
                /** @description id of a member of staff */
                agent?: string;
                /** @description key of a queue */
                queue?: string;
                state?: "ringing" | "active" | "ended" | "missed" | "rejected";
                direction?: "in" | "out";
                done?: "true" | "false";
                missed?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLogPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    CallLog_markMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallsDoneBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsDone"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    CallLog_markOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsDone"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Cti_receive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CtiEventBody"];
                "application/x-www-form-urlencoded": components["schemas"]["CtiEventBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CtiAnswer"];
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description wrong token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CtiError"];
                };
            };
            /** @description not an event */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CtiError"];
                };
            };
        };
    };
    Cti_callback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CtiCallbackBody"];
                "application/x-www-form-urlencoded": components["schemas"]["CtiCallbackBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackOwed"];
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description wrong token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CtiError"];
                };
            };
            /** @description no number to call */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CtiError"];
                };
            };
        };
    };
    MyCalls_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsNow"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    MyCalls_recordOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WrapUpBody"];
            };
        };
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    MyCalls_control: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallControlBody"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    MyCalls_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallRecordingBody"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Gateway_take: {
        parameters: {
            query?: never;
            header?: {
                "x-wasl-signature"?: string;
                /** @description Unix seconds, at most five minutes from our clock */
                "x-wasl-timestamp"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GatewayEventBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayAnswer"];
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Texts_ofTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingTextList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Texts_sendAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Discovery_discover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example {
                     *       "changeset": "2026-11-23T00:00:00Z",
                     *       "contact": "general@contact.example",
                     *       "key_service": "An api_key is given to programs on request: general@contact.example",
                     *       "endpoints": [
                     *         {
                     *           "specification": "http://wiki.open311.org/GeoReport_v2",
                     *           "url": "https://wasl.example/open311/v2",
                     *           "changeset": "2026-11-23T00:00:00Z",
                     *           "type": "production",
                     *           "formats": [
                     *             "text/xml",
                     *             "application/json"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_list: {
        parameters: {
            query?: {
                /** @description accepted and ignored: an installation is one jurisdiction */
                jurisdiction_id?: string;
                /** @description of names and texts; comes before Accept-Language. Only its first two letters count. */
                lang?: string;
            };
            header?: never;
            path: {
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "service_code": "street-light",
                     *         "service_name": "Street light out",
                     *         "description": "A light of a street does not work.",
                     *         "metadata": true,
                     *         "type": "realtime",
                     *         "keywords": "light, lamp",
                     *         "group": "Streets"
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_definition: {
        parameters: {
            query?: {
                /** @description accepted and ignored: an installation is one jurisdiction */
                jurisdiction_id?: string;
                /** @description of names and texts; comes before Accept-Language. Only its first two letters count. */
                lang?: string;
            };
            header?: never;
            path: {
                code: string;
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example {
                     *       "service_code": "street-light",
                     *       "attributes": [
                     *         {
                     *           "variable": true,
                     *           "code": "LAMPS",
                     *           "datatype": "number",
                     *           "required": true,
                     *           "datatype_description": "a whole number",
                     *           "order": 1,
                     *           "description": "How many lamps?"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_search: {
        parameters: {
            query?: {
                /** @description accepted and ignored: an installation is one jurisdiction */
                jurisdiction_id?: string;
                /** @description of names and texts; comes before Accept-Language. Only its first two letters count. */
                lang?: string;
                /** @description numbers of requests, separated by commas, at most 200; no other filter counts then */
                service_request_id?: string;
                /** @description codes of services, separated by commas, at most 200 */
                service_code?: string;
                /** @description `open` or `closed`, or both, separated by a comma */
                status?: string;
                /** @description W3C date and time. Without end_date: ninety days from it, at most until now. */
                start_date?: string;
                /** @description W3C date and time; now, if it is not given. At most ninety days are searched, the newest of them. */
                end_date?: string;
                /** @description the first is 1 */
                page?: number;
                /** @description more than the maximum counts as the maximum */
                page_size?: number;
                /** @description whether requests are shown with fields beyond GeoReport v2 */
                extensions?: "true" | "false";
            };
            header?: never;
            path: {
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "service_request_id": "2648-1937-0521",
                     *         "status": "open",
                     *         "status_notes": "A technician comes tomorrow.",
                     *         "service_name": "Street light out",
                     *         "service_code": "street-light",
                     *         "description": "The light before house 12 has been out since Sunday.",
                     *         "agency_responsible": "Works",
                     *         "service_notice": "Lights are mended within five days.",
                     *         "requested_datetime": "2026-03-01T08:30:00Z",
                     *         "updated_datetime": "2026-03-01T08:30:00Z",
                     *         "expected_datetime": "2026-03-06T08:30:00Z",
                     *         "address": "Road 1204, Manama",
                     *         "address_id": null,
                     *         "zipcode": null,
                     *         "lat": 26.2235,
                     *         "long": 50.5876,
                     *         "media_url": null
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description given to a program by an administrator */
                    api_key: string;
                    /**
                     * @description of the list of services
                     * @example street-light
                     */
                    service_code: string;
                    /**
                     * @description WGS 84; with `long`, or an address instead
                     * @example 26.2235
                     */
                    lat?: string;
                    /**
                     * @description WGS 84
                     * @example 50.5876
                     */
                    long?: string;
                    /**
                     * @description where, instead of a position
                     * @example Road 1204, Manama
                     */
                    address_string?: string;
                    /** @description where, instead of a position, by its id */
                    address_id?: string;
                    /**
                     * @description of the person
                     * @example mona@example.com
                     */
                    email?: string;
                    /** @description of the device that the report comes from */
                    device_id?: string;
                    /** @description of the person, as the program knows them */
                    account_id?: string;
                    /**
                     * @description of the person
                     * @example Mona
                     */
                    first_name?: string;
                    /**
                     * @description of the person
                     * @example Ali
                     */
                    last_name?: string;
                    /**
                     * @description of the person
                     * @example +97317000001
                     */
                    phone?: string;
                    /**
                     * @description at most 4,000 characters
                     * @example The light before house 12 has been out since Sunday.
                     */
                    description?: string;
                    /** @description the address of a picture */
                    media_url?: string;
                    /** @description pictures, as multipart/form-data only */
                    media?: Blob[];
                } & {
                    [key: string]: string;
                };
                "multipart/form-data": {
                    /** @description given to a program by an administrator */
                    api_key: string;
                    /**
                     * @description of the list of services
                     * @example street-light
                     */
                    service_code: string;
                    /**
                     * @description WGS 84; with `long`, or an address instead
                     * @example 26.2235
                     */
                    lat?: string;
                    /**
                     * @description WGS 84
                     * @example 50.5876
                     */
                    long?: string;
                    /**
                     * @description where, instead of a position
                     * @example Road 1204, Manama
                     */
                    address_string?: string;
                    /** @description where, instead of a position, by its id */
                    address_id?: string;
                    /**
                     * @description of the person
                     * @example mona@example.com
                     */
                    email?: string;
                    /** @description of the device that the report comes from */
                    device_id?: string;
                    /** @description of the person, as the program knows them */
                    account_id?: string;
                    /**
                     * @description of the person
                     * @example Mona
                     */
                    first_name?: string;
                    /**
                     * @description of the person
                     * @example Ali
                     */
                    last_name?: string;
                    /**
                     * @description of the person
                     * @example +97317000001
                     */
                    phone?: string;
                    /**
                     * @description at most 4,000 characters
                     * @example The light before house 12 has been out since Sunday.
                     */
                    description?: string;
                    /** @description the address of a picture */
                    media_url?: string;
                    /** @description pictures, as multipart/form-data only */
                    media?: Blob[];
                } & {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "service_request_id": "2648-1937-0521",
                     *         "service_notice": "Lights are mended within five days.",
                     *         "account_id": null
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_token: {
        parameters: {
            query?: {
                /** @description accepted and ignored: an installation is one jurisdiction */
                jurisdiction_id?: string;
            };
            header?: never;
            path: {
                token: string;
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "service_request_id": "2648-1937-0521",
                     *         "token": "0199d1c27a547c1e9b1f3f2a6f1c9d10"
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_get: {
        parameters: {
            query?: {
                /** @description accepted and ignored: an installation is one jurisdiction */
                jurisdiction_id?: string;
                /** @description of names and texts; comes before Accept-Language. Only its first two letters count. */
                lang?: string;
                /** @description whether requests are shown with fields beyond GeoReport v2 */
                extensions?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "service_request_id": "2648-1937-0521",
                     *         "status": "open",
                     *         "status_notes": "A technician comes tomorrow.",
                     *         "service_name": "Street light out",
                     *         "service_code": "street-light",
                     *         "description": "The light before house 12 has been out since Sunday.",
                     *         "agency_responsible": "Works",
                     *         "service_notice": "Lights are mended within five days.",
                     *         "requested_datetime": "2026-03-01T08:30:00Z",
                     *         "updated_datetime": "2026-03-01T08:30:00Z",
                     *         "expected_datetime": "2026-03-06T08:30:00Z",
                     *         "address": "Road 1204, Manama",
                     *         "address_id": null,
                     *         "zipcode": null,
                     *         "lat": 26.2235,
                     *         "long": 50.5876,
                     *         "media_url": null
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_listUpdates: {
        parameters: {
            query?: {
                /** @description accepted and ignored: an installation is one jurisdiction */
                jurisdiction_id?: string;
                /** @description of names and texts; comes before Accept-Language. Only its first two letters count. */
                lang?: string;
                /** @description W3C date and time. Without end_date: ninety days from it, at most until now. */
                start_date?: string;
                /** @description W3C date and time; now, if it is not given. At most ninety days are searched, the newest of them. */
                end_date?: string;
                /** @description the first is 1 */
                page?: number;
                /** @description more than the maximum counts as the maximum */
                page_size?: number;
            };
            header?: never;
            path: {
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "update_id": "1",
                     *         "service_request_id": "2648-1937-0521",
                     *         "status": "open",
                     *         "updated_datetime": "2026-03-01T08:30:00Z",
                     *         "description": "A technician comes tomorrow.",
                     *         "media_url": null
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_addUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format: "xml" | "json";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** @description given to a program by an administrator */
                    api_key: string;
                    /**
                     * @description the number of the request
                     * @example 2648-1937-0521
                     */
                    service_request_id: string;
                    /** @description of the program; a repetition is stored once */
                    update_id?: string;
                    /**
                     * @description `closed` says that the matter is settled
                     * @example open
                     */
                    status?: string;
                    /**
                     * @description not required with `media_url`, or where the matter is settled
                     * @example It is dark again.
                     */
                    description?: string;
                    /** @description the address of a picture */
                    media_url?: string;
                } & {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                    /**
                     * @example [
                     *       {
                     *         "update_id": "1"
                     *       }
                     *     ]
                     */
                    "application/json": unknown;
                };
            };
            /** @description Refused, in the format of the convention. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PublicServices_list: {
        parameters: {
            query?: {
                lang?: "ar" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceListDto"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PublicTickets_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileTicketDto"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledTicketDto"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PublicAttachments_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadDto"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PublicTracking_track: {
        parameters: {
            query?: {
                lang?: "ar" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackDto"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PublicTracking_reply: {
        parameters: {
            query?: {
                lang?: "ar" | "en";
            };
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyDto"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PublicTracking_rate: {
        parameters: {
            query?: {
                lang?: "ar" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateDto"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto"];
                };
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    PublicTracking_code: {
        parameters: {
            query?: {
                lang?: "ar" | "en";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeRequestDto"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    ApiKeys_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    ApiKeys_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKeyBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    ApiKeys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    CannedReplies_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    CannedReplies_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedReplyBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    CannedReplies_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    CannedReplies_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedReplyPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    CannedReplies_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CannedTextBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedPreviewAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_listServices: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_createService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_getService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_changeService: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_listEntities: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_createEntity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntityBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_getEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Catalogue_changeEntity: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntityPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Centres_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Centres_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CentreBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Centres_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Centres_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CentrePatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Channels_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Channels_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                channel: "console" | "portal" | "mail_out" | "mailbox" | "texts" | "exchange_calls" | "exchange_queues" | "scanner";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelCheckAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Jobs_deadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterEvents"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Jobs_retryEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Jobs_failed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedJobs"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Jobs_retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_mailboxState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxState"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedMailPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_raw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_faulty: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultyMailPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_listIgnored: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IgnoredMailPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_original: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedMail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_ignore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_ofTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingMailList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Mail_sendAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Reasons_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                use?: "not_ready" | "decline" | "wrap_up";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Reasons_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Reasons_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                use: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Reasons_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                use: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Templates_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Templates_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                medium: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Templates_override: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                kind: string;
                medium: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Templates_restore: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                kind: string;
                medium: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Templates_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                medium: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Templates_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                medium: string;
                language: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TemplateBody"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_rotate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecretAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestDeliveryAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_deliveries: {
        parameters: {
            query?: {
                state?: "queued" | "sending" | "delivered" | "failed" | "cancelled";
                "page[after]"?: string;
                "page[size]"?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Webhooks_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                /** @description up to, and without */
                to?: string;
                /** @description a day or a moment */
                from?: string;
                /** @description network address of who acted */
                address?: string;
                target?: string;
                targetKind?: "user" | "token" | "ticket" | "requester" | "mail" | "job" | "event" | "call_log" | "recording" | "report" | "queue" | "skill" | "reason" | "routing_rules" | "roster" | "service" | "entity" | "centre" | "api_key" | "webhook" | "blocked_caller" | "outbound_route" | "calendar" | "sla_policy" | "zone" | "duty_officer" | "template" | "channel" | "setting" | "secret_key";
                action?: "session.started" | "session.failed" | "session.ended" | "session.break_glass" | "token.created" | "token.revoked" | "token.first_used" | "user.created" | "user.changed" | "user.disabled" | "user.enabled" | "user.invited" | "user.joined" | "user.unlocked" | "user.linked" | "user.unlinked" | "setup.link_made" | "password.changed" | "password.reset_asked" | "password.reset" | "otp.enabled" | "otp.disabled" | "otp.reset" | "otp.recovery_used" | "recovery_codes.made" | "passkey.added" | "passkey.removed" | "passkey.cloned" | "presence.forced" | "ticket.assigned" | "ticket.taken_away" | "ticket.code_replaced" | "contact.confirmed" | "contact.refused" | "message.accepted" | "message.dismissed" | "mail.released" | "mail.ignored" | "mail.read_raw" | "job.retried" | "event.retried" | "call_log.read" | "recording.played" | "recording.retried" | "referral.sent" | "referral.accepted" | "referral.returned" | "referral.completed" | "referral.recalled" | "referral.decided" | "report.exported" | "ticket.exported" | "ticket.read_restricted" | "ticket.opened_restricted" | "person.searched" | "files.many_read" | "keys.rotated" | "webhook.rotated" | "webhook.tested" | "webhook.retried" | "webhook.replayed" | "webhook.disabled" | "config.created" | "config.changed" | "config.retired" | "config.removed";
                /** @description id of a member of staff */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Audit_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            default: components["responses"]["Problem"];
        };
    };
    Users_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                disabled?: "true" | "false";
                role?: "entity_officer" | "entity_supervisor" | "auditor" | "agent" | "senior_agent" | "supervisor" | "administrator";
                /** @description part of a name or an address */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBody"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewUserAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Users_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Users_change: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag last seen, in quotes; `*` for whatever is there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatchBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            default: components["responses"]["Problem"];
        };
    };
    Users_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Users_sessionsOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            default: components["responses"]["Problem"];
        };
    };
    Users_endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    Users_unlink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactorAdmin_requirements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRequirementList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactorAdmin_require: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequiredRolesBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRequirementList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    SecondFactorAdmin_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; the answer has no body. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            default: components["responses"]["Problem"];
        };
    };
    ReadingPolicy_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingPolicyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    ReadingPolicy_choose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadingPolicyBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadingPolicyAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Staffing_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Staffing_askForDay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingDayBody"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingDayShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            default: components["responses"]["Problem"];
        };
    };
    Intervals_intervals: {
        parameters: {
            query?: {
                /** @description a moment with zone, or a day of the country’s calendar; today without it */
                from?: string;
                /** @description the same; a moment is excluded, a day included */
                to?: string;
                /** @description key; all queues without it */
                queue?: string;
                /** @description minutes; 30 without it */
                size?: "15" | "30";
                channel?: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
                /** @description conversations that somebody holds the line for, or written work; both without it */
                media?: "live" | "written";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntervalsAnswer"];
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Intervals_figures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Breakdown_breakdown: {
        parameters: {
            query: {
                by: "queue" | "channel" | "entity" | "service" | "agent";
                /** @description a moment with zone, or a day of the country’s calendar; today without it */
                from?: string;
                /** @description the same; a moment is excluded, a day included */
                to?: string;
                /** @description conversations that somebody holds the line for, or written work; both without it */
                media?: "live" | "written";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakdownAnswer"];
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
    Forecast_forecast: {
        parameters: {
            query?: {
                /** @description a moment with zone, or a day of the country’s calendar; today without it */
                from?: string;
                /** @description the same; a moment is excluded, a day included */
                to?: string;
                /** @description key; all queues without it */
                queue?: string;
                /** @description minutes; 30 without it */
                size?: "15" | "30";
                channel?: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api";
                /** @description conversations that somebody holds the line for, or written work; both without it */
                media?: "live" | "written";
                /** @description service level wanted, 0–1; 0.8 without it */
                target?: number;
                /** @description as measured over the last four weeks without it */
                ahtSeconds?: number;
                /** @description the queue’s without it */
                thresholdSeconds?: number;
                /** @description with it Erlang A, without it Erlang C */
                patienceSeconds?: number;
                maxOccupancy?: number;
                shrinkage?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            default: components["responses"]["Problem"];
        };
    };
}
