// Written by npm run generate; not to be edited.
export interface paths {
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MySessions_list"];
        put?: never;
        post?: never;
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
        get: operations["Passkeys_list"];
        put?: never;
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
        put: operations["Passkeys_rename"];
        post?: never;
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
        get: operations["Session_current"];
        put?: never;
        post: operations["Session_start"];
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
        get: operations["Tokens_list"];
        put?: never;
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
        get: operations["Tickets_list"];
        put?: never;
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
        get: operations["Tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Tickets_patch"];
        trace?: never;
    };
    "/api/v1/tickets/{number}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
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
        get: operations["Messages_list"];
        put?: never;
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
        get: operations["Calendars_list"];
        put?: never;
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
        get: operations["Calendars_announced"];
        put?: never;
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
        get: operations["Calendars_zones"];
        put?: never;
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
        get: operations["Calendars_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Policies_list"];
        put?: never;
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
        get: operations["Policies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Policies_dutyOfficers"];
        put?: never;
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
        get: operations["SlaTargets_report"];
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
        get: operations["Me_getPresence"];
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
        get: operations["Directory_services"];
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
        get?: never;
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
        get: operations["Queues_list"];
        put?: never;
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
        get: operations["Queues_get"];
        put?: never;
        post?: never;
        delete: operations["Queues_remove"];
        options?: never;
        head?: never;
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
        get: operations["Roster_list"];
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
        get: operations["Rules_current"];
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
        get: operations["Skills_list"];
        put?: never;
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
        get: operations["Skills_get"];
        put?: never;
        post?: never;
        delete: operations["Skills_remove"];
        options?: never;
        head?: never;
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
        get: operations["Desk_mine"];
        put: operations["Desk_sit"];
        post?: never;
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
        get: operations["BlockedCallers_list"];
        put?: never;
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
        get: operations["OutboundRoutes_list"];
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
        delete: operations["OutboundRoutes_remove"];
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
        get: operations["Callbacks_list"];
        put?: never;
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
        get: operations["Open311_search"];
        put?: never;
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
        get: operations["Open311_listUpdates"];
        put?: never;
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
        get: operations["ApiKeys_list"];
        put?: never;
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
        get: operations["CannedReplies_list"];
        put?: never;
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
        get: operations["CannedReplies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Catalogue_listServices"];
        put?: never;
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
        get: operations["Catalogue_getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Catalogue_listEntities"];
        put?: never;
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
        get: operations["Catalogue_getEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Centres_list"];
        put?: never;
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
        get: operations["Centres_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Reasons_list"];
        put?: never;
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
        get: operations["Reasons_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Templates_get"];
        put: operations["Templates_override"];
        post?: never;
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
        get: operations["Webhooks_list"];
        put?: never;
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
        delete: operations["Webhooks_remove"];
        options?: never;
        head?: never;
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
        get: operations["Users_list"];
        put?: never;
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
        get: operations["Users_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["Users_sessionsOf"];
        put?: never;
        post?: never;
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
        get: operations["SecondFactorAdmin_requirements"];
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
        post: operations["SecondFactorAdmin_reset"];
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
            role: "agent" | "supervisor" | "administrator";
            /** @enum {string} */
            language: "ar" | "en";
            permissions: ("ticket.read" | "ticket.create" | "ticket.update" | "ticket.reply" | "ticket.assign" | "ticket.assign_others" | "ticket.export_personal" | "attachment.upload" | "attachment.read" | "presence.own" | "presence.force" | "offer.own" | "queue.read" | "queue.read_live" | "board.read" | "requester.flag" | "roster.manage" | "report.read" | "call.own" | "call.log" | "call.block" | "counter.serve" | "token.manage" | "account.unlock" | "audit.read" | "admin.users" | "admin.queues" | "admin.directory" | "admin.channels" | "admin.sla" | "admin.mail" | "admin.templates" | "admin.jobs" | "admin.webhooks")[];
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
            /** @example 2648-1937-0525 */
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
            /** @enum {string|null} */
            provedBy: "proved_by_code" | "proved_by_link" | "proved_by_reply" | "proved_by_message" | "proved_by_sender_check" | "confirmed_by_staff" | "before_upgrade" | null;
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
        MessagePage: {
            data: components["schemas"]["MessageAnswer"][];
            meta: components["schemas"]["PageMeta"];
            /** @description what came with the first contact */
            openingAttachments: components["schemas"]["AttachmentAnswer"][];
            /** @description tickets that were merged into this one */
            merged: components["schemas"]["MergedTicketShown"][];
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
            verdict: "chosen" | "next" | "taken" | "declined" | "no_room" | "no_skill" | "other_queue";
            /** @description knows the matter */
            knows: boolean;
            /** @description step of waiting from which they were eligible */
            step: number | null;
            /** @description how many of the wishes they meet */
            met: number;
            /** @description their levels in all wishes together */
            levels: number;
            idleSeconds: number;
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
            unserved: "no_agents" | "no_skills" | null;
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
            unserved: "no_agents" | "no_skills" | null;
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
            reason: "no_agents" | "no_skills";
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
        CallRecordingShown: {
            /** @enum {string} */
            state: "none" | "on" | "paused" | "over";
            reference: string | null;
            /**
             * Format: date-time
             * @description when the caller agreed
             */
            consentAt: string | null;
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
            /** @example 2648-1937-0525 */
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
            /** @example 2648-1937-0525 */
            number: string;
            /** @example K7Q2M9XD */
            trackingCode: string;
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
            /** @example 2648-1937-0525 */
            number: string;
            /** @enum {string} */
            status: "new" | "open" | "pending" | "resolved" | "closed";
            statusText: string;
            subject: string;
            timeline: components["schemas"]["TimelineEntryDto"][];
            /** Format: date-time */
            expectedAt: string | null;
            canReply: boolean;
            canRate: boolean;
        };
        ReplyDto: {
            /** @example 2648-1937-0525 */
            number: string;
            /** @example K7Q2M9XD */
            trackingCode: string;
            body: string;
            /** @description ids of uploads */
            attachments?: string[] | null;
        };
        RateDto: {
            /** @example 2648-1937-0525 */
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
            name: "ticketNumber" | "trackingCode" | "trackLink" | "subject" | "requesterName" | "expectedBy" | "sender" | "answer" | "whenShortened" | "reportService" | "reportStage" | "reportLink" | "contactLink" | "contactCode" | "confirmLink" | "stopLink" | "passwordLink" | "securityChange" | "webhookReceiver" | "webhookFault" | "agentName" | "queueName";
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
            /** @enum {string|null} */
            open311: "realtime" | "batch" | "blackbox" | null;
            attributes: components["schemas"]["AttributeBody"][];
            position: number;
            active: boolean;
            restricted: boolean;
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
             * @description null: not offered to programs
             * @enum {string|null}
             */
            open311?: "realtime" | "batch" | "blackbox" | null;
            attributes?: components["schemas"]["AttributeBody"][] | null;
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
            /** @description whoever reads one of its tickets is noted in the audit trail */
            restricted?: boolean | null;
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
             * @description null: not offered to programs
             * @enum {string|null}
             */
            open311?: "realtime" | "batch" | "blackbox" | null;
            attributes?: components["schemas"]["AttributeBody"][] | null;
            position?: number | null;
            /** @description false retires it */
            active?: boolean | null;
            /** @description whoever reads one of its tickets is noted in the audit trail */
            restricted?: boolean | null;
            /** @description key of an entity */
            entity?: string | null;
            /** @description key of a queue */
            queue?: string | null;
            name?: components["schemas"]["NameBody"] | null;
        };
        EntityRecordAnswer: {
            key: string;
            name: components["schemas"]["NameBody"];
            active: boolean;
            version: number;
        };
        EntityRecordPage: {
            data: components["schemas"]["EntityRecordAnswer"][];
            meta: components["schemas"]["PageMeta"];
        };
        EntityBody: {
            key: string;
            name: components["schemas"]["NameBody"];
        };
        EntityPatchBody: {
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
            name: "ticketNumber" | "trackingCode" | "trackLink" | "subject" | "requesterName" | "expectedBy" | "sender" | "answer" | "whenShortened" | "reportService" | "reportStage" | "reportLink" | "contactLink" | "contactCode" | "confirmLink" | "stopLink" | "passwordLink" | "securityChange" | "webhookReceiver" | "webhookFault" | "agentName" | "queueName";
            meaning: components["schemas"]["LocalizedName"];
            example: components["schemas"]["LocalizedName"];
            /** @description nothing may be known of it: then its line is left out */
            mayBeEmpty: boolean;
            inSubject: boolean;
            required: boolean;
        };
        TemplateAnswer: {
            /** @enum {string} */
            kind: "acknowledgement" | "reply" | "resolved" | "tracking_code" | "confirm_address" | "answer_waiting" | "report_confirm" | "report_stage" | "password_reset" | "security_notice" | "webhook_disabled" | "texts_stopped" | "texts_resumed";
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
            /** @description nothing is told about referrals and incidents before there are any */
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
            kind: "user" | "token" | "ticket" | "requester" | "mail" | "job" | "event" | "call_log" | "report" | "queue" | "skill" | "reason" | "routing_rules" | "roster" | "service" | "entity" | "centre" | "api_key" | "webhook" | "blocked_caller" | "outbound_route" | "calendar" | "sla_policy" | "zone" | "duty_officer" | "template" | "channel" | "setting" | "secret_key";
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
            action: "session.started" | "session.failed" | "session.ended" | "session.break_glass" | "token.created" | "token.revoked" | "token.first_used" | "user.created" | "user.changed" | "user.disabled" | "user.enabled" | "user.invited" | "user.joined" | "user.unlocked" | "user.linked" | "user.unlinked" | "setup.link_made" | "password.changed" | "password.reset_asked" | "password.reset" | "otp.enabled" | "otp.disabled" | "otp.reset" | "otp.recovery_used" | "recovery_codes.made" | "passkey.added" | "passkey.removed" | "passkey.cloned" | "presence.forced" | "ticket.assigned" | "ticket.taken_away" | "ticket.code_replaced" | "contact.confirmed" | "contact.refused" | "message.accepted" | "message.dismissed" | "mail.released" | "mail.ignored" | "mail.read_raw" | "job.retried" | "event.retried" | "call_log.read" | "report.exported" | "ticket.exported" | "ticket.read_restricted" | "person.searched" | "files.many_read" | "keys.rotated" | "webhook.rotated" | "webhook.tested" | "webhook.retried" | "webhook.replayed" | "webhook.disabled" | "config.created" | "config.changed" | "config.retired" | "config.removed";
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
            role: "agent" | "supervisor" | "administrator";
            /** @enum {string} */
            language: "ar" | "en";
            extension: string | null;
            capacity: number;
            profile: string;
            entity: string | null;
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
            role: "agent" | "supervisor" | "administrator";
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
            role: "agent" | "supervisor" | "administrator";
            /** @enum {string} */
            language: "ar" | "en";
            extension: string | null;
            capacity: number;
            profile: string;
            entity: string | null;
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
            role?: "agent" | "supervisor" | "administrator" | null;
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
            queues?: string[] | null;
            skills?: components["schemas"]["RatedSkillBody"][] | null;
            /** @description true ends every session and returns all work at once */
            disabled?: boolean | null;
        };
        RoleRequirementView: {
            /** @enum {string} */
            role: "agent" | "supervisor" | "administrator";
            required: boolean;
        };
        RoleRequirementList: {
            data: components["schemas"]["RoleRequirementView"][];
        };
        RequiredRolesBody: {
            /** @description roles whose members need a second factor */
            roles: ("agent" | "supervisor" | "administrator")[];
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
        };
    };
    Oidc_begin: {
        parameters: {
            query?: {
                /** @description a path of the console, opened after sign-in */
                returnTo?: unknown;
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
        };
    };
    Oidc_confirm: {
        parameters: {
            query?: {
                /** @description a path of the console, opened after it */
                returnTo?: unknown;
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
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OtpEnrolment"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirstRecoveryCodes"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyList"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPasskeyAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyView"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorStatusAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyOptions"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLocksShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenView"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    TicketExport_download: {
        parameters: {
            query: {
                sort?: "-createdAt" | "createdAt";
                q?: unknown;
                /** @description with messages to review */
                held?: "waiting";
                requester?: unknown;
                /** @description me, none, or an id */
                assignee?: unknown;
                /** @description one or several, separated by commas */
                status?: unknown;
                queue?: unknown;
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
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Tickets_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                sort?: "-createdAt" | "createdAt";
                q?: unknown;
                /** @description with messages to review */
                held?: "waiting";
                requester?: unknown;
                /** @description me, none, or an id */
                assignee?: unknown;
                /** @description one or several, separated by commas */
                status?: unknown;
                queue?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
        };
    };
    Tickets_create: {
        parameters: {
            query?: never;
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
        };
    };
    Tickets_patch: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
        };
    };
    Joining_split: {
        parameters: {
            query?: never;
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkList"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketContactList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketContactList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketContactList"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowerCount"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarTicketList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
        };
    };
    Messages_add: {
        parameters: {
            query?: never;
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewMessageAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyReplyList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPreviewAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneChangePage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneChangeAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnnouncementPreviewAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneChangeAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecomputationList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
        };
    };
    Calendars_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarMonth"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarYearAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpeningAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreview"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
        };
    };
    Policies_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyList"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketSlaTargetsList"];
                };
            };
        };
    };
    SlaTargets_report: {
        parameters: {
            query: {
                /** @description included */
                from: string;
                /** @description not included */
                to: string;
                queue?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlaAttainmentList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedOffer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueLiveAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffList"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Queues_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRecordAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterAnswer"];
                };
            };
        };
    };
    Roster_replace: {
        parameters: {
            query?: never;
            header: {
                /** @description the version of the period last seen, in quotes */
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdherenceAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesAnswer"];
                };
            };
        };
    };
    Rules_put: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRunAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesVersionPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SkillAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CounterShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundRequesters"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarMatters"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Visits_open: {
        parameters: {
            query?: never;
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCallerPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedCallerShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundRoutePage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboundRouteShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackOwed"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbacksOfTicket"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeShown"];
                };
            };
        };
    };
    CallLog_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                /** @description up to, and without */
                to?: unknown;
                /** @description a day or a moment */
                from?: unknown;
                /** @description of the caller, or of who was called */
                number?: unknown;
                /** @description id of a member of staff */
                agent?: unknown;
                /** @description key of a queue */
                queue?: unknown;
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallLogPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsDone"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsDone"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CtiAnswer"];
                };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackOwed"];
                };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallsNow"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayAnswer"];
                };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingTextList"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_list: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_definition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_search: {
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
            200: {
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
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Open311_listUpdates: {
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
            200: {
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
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceListDto"];
                };
            };
        };
    };
    PublicTickets_file: {
        parameters: {
            query?: never;
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiledTicketDto"];
                };
            };
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
                    file: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadDto"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto"];
                };
            };
        };
    };
    PublicTracking_reply: {
        parameters: {
            query?: {
                lang?: "ar" | "en";
            };
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedTicketDto"];
                };
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyList"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyAnswer"];
                };
            };
        };
    };
    CannedReplies_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedPreviewAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordAnswer"];
                };
            };
        };
    };
    Catalogue_changeService: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordAnswer"];
                };
            };
        };
    };
    Catalogue_changeEntity: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordAnswer"];
                };
            };
        };
    };
    Centres_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CentreRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelCheckAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterEvents"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedJobs"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxState"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedMailPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaultyMailPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IgnoredMailPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleasedMail"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutgoingMailList"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordAnswer"];
                };
            };
        };
    };
    Reasons_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReasonRecordAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateAnswer"];
                };
            };
        };
    };
    Templates_override: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateAnswer"];
                };
            };
        };
    };
    Templates_restore: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePreviewAnswer"];
                };
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
        };
    };
    Webhooks_create: {
        parameters: {
            query?: never;
            header?: {
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhookAnswer"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Webhooks_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecretAnswer"];
                };
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestDeliveryAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayAnswer"];
                };
            };
        };
    };
    Audit_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                /** @description up to, and without */
                to?: unknown;
                /** @description a day or a moment */
                from?: unknown;
                /** @description network address of who acted */
                address?: unknown;
                target?: unknown;
                targetKind?: "user" | "token" | "ticket" | "requester" | "mail" | "job" | "event" | "call_log" | "report" | "queue" | "skill" | "reason" | "routing_rules" | "roster" | "service" | "entity" | "centre" | "api_key" | "webhook" | "blocked_caller" | "outbound_route" | "calendar" | "sla_policy" | "zone" | "duty_officer" | "template" | "channel" | "setting" | "secret_key";
                action?: "session.started" | "session.failed" | "session.ended" | "session.break_glass" | "token.created" | "token.revoked" | "token.first_used" | "user.created" | "user.changed" | "user.disabled" | "user.enabled" | "user.invited" | "user.joined" | "user.unlocked" | "user.linked" | "user.unlinked" | "setup.link_made" | "password.changed" | "password.reset_asked" | "password.reset" | "otp.enabled" | "otp.disabled" | "otp.reset" | "otp.recovery_used" | "recovery_codes.made" | "passkey.added" | "passkey.removed" | "passkey.cloned" | "presence.forced" | "ticket.assigned" | "ticket.taken_away" | "ticket.code_replaced" | "contact.confirmed" | "contact.refused" | "message.accepted" | "message.dismissed" | "mail.released" | "mail.ignored" | "mail.read_raw" | "job.retried" | "event.retried" | "call_log.read" | "report.exported" | "ticket.exported" | "ticket.read_restricted" | "person.searched" | "files.many_read" | "keys.rotated" | "webhook.rotated" | "webhook.tested" | "webhook.retried" | "webhook.replayed" | "webhook.disabled" | "config.created" | "config.changed" | "config.retired" | "config.removed";
                /** @description id of a member of staff */
                actor?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
        };
    };
    Users_list: {
        parameters: {
            query?: {
                "page[after]"?: string;
                "page[size]"?: number;
                disabled?: "true" | "false";
                role?: "agent" | "supervisor" | "administrator";
                /** @description part of a name or an address */
                q?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
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
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewUserAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
        };
    };
    Users_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the version last seen, in quotes */
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsShown"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRequirementList"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleRequirementList"];
                };
            };
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
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingShown"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingDayShown"];
                };
            };
        };
    };
    Intervals_intervals: {
        parameters: {
            query?: {
                /** @description a moment with zone, or a day of the country’s calendar; today without it */
                from?: string | null;
                /** @description the same; a moment is excluded, a day included */
                to?: string | null;
                /** @description key; all queues without it */
                queue?: string | null;
                /** @description minutes; 30 without it */
                size?: "15" | "30" | null;
                channel?: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api" | null;
                /** @description conversations that somebody holds the line for, or written work; both without it */
                media?: "live" | "written" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntervalsAnswer"];
                    "text/csv": components["schemas"]["IntervalsAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["IntervalsAnswer"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureList"];
                };
            };
        };
    };
    Breakdown_breakdown: {
        parameters: {
            query: {
                by: "queue" | "channel" | "entity" | "service" | "agent";
                /** @description a moment with zone, or a day of the country’s calendar; today without it */
                from?: string | null;
                /** @description the same; a moment is excluded, a day included */
                to?: string | null;
                /** @description conversations that somebody holds the line for, or written work; both without it */
                media?: "live" | "written" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakdownAnswer"];
                    "text/csv": components["schemas"]["BreakdownAnswer"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["BreakdownAnswer"];
                };
            };
        };
    };
    Forecast_forecast: {
        parameters: {
            query?: {
                /** @description a moment with zone, or a day of the country’s calendar; today without it */
                from?: string | null;
                /** @description the same; a moment is excluded, a day included */
                to?: string | null;
                /** @description key; all queues without it */
                queue?: string | null;
                /** @description minutes; 30 without it */
                size?: "15" | "30" | null;
                channel?: "phone" | "email" | "web" | "mobile" | "counter" | "chat" | "open311" | "api" | null;
                /** @description conversations that somebody holds the line for, or written work; both without it */
                media?: "live" | "written" | null;
                /** @description service level wanted, 0–1; 0.8 without it */
                target?: number | null;
                /** @description as measured over the last four weeks without it */
                ahtSeconds?: number | null;
                /** @description the queue’s without it */
                thresholdSeconds?: number | null;
                /** @description with it Erlang A, without it Erlang C */
                patienceSeconds?: number | null;
                maxOccupancy?: number | null;
                shrinkage?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastAnswer"];
                };
            };
        };
    };
}
