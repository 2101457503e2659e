/// Certificates good for tests only: their one key is no secret.
enum TestCertificates {
    /// Trusted by the tests.
    static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBRzCB76ADAgECAhRQXOcxKXhn8JZlsfdGWI2spk/lFDAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIw
        MDEwMTAwMDAwMFowGTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwWTATBgcqhkjO
        PQIBBggqhkjOPQMBBwNCAARUzmYd8l8SCcTRoqE+/E2HoANxvq4EroK/9oRCiMED
        I2l1O+XcJsh4n8PVWdEwAVKERG9UBftCDMv1Z7Eo9nhfoxMwETAPBgNVHRMBAf8E
        BTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIHuL1tmNp61dKxFo+OCKAj/8Od7kaR5E
        DavMXhkc+5tsAiBFgOXhD8zb3ApPsvqtHB1vHuOj+KaOXRQ+QYH5WkKdTw==
        -----END CERTIFICATE-----
        """

    /// Trusted by nobody.
    static let otherAuthority = """
        -----BEGIN CERTIFICATE-----
        MIIBSjCB8aADAgECAhQU3HOsM8W3fI/tt4fPnRbVwA0Z5TAKBggqhkjOPQQDAjAa
        MRgwFgYDVQQDDA9PdGhlciBBdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEy
        MDAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD090aGVyIEF1dGhvcml0eTBZMBMGByqG
        SM49AgEGCCqGSM49AwEHA0IABMrwK6yDgQ7V0XYyzDFQiIcGI2li3JdTGJvr56lZ
        VuSBlvPuqWHw3s3XaXnO3aa5WFuAWLeHl7+47YxyzeHLbG6jEzARMA8GA1UdEwEB
        /wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAJzdLNvmKl5RqzPP6ytR6Q2zQ6oG
        zk7K7jTDFA7USgZ3AiAHIcVsekh9MHtlpr9qCKucBf0x+pQuaWWBzhfBAG1cGQ==
        -----END CERTIFICATE-----
        """

    /// Another one of the same name.
    static let impostorAuthority = """
        -----BEGIN CERTIFICATE-----
        MIIBSDCB76ADAgECAhQaimrKjJDK89MvjN/MuL/zEfLmzDAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIw
        MDEwMTAwMDAwMFowGTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwWTATBgcqhkjO
        PQIBBggqhkjOPQMBBwNCAATK8Cusg4EO1dF2MswxUIiHBiNpYtyXUxib6+epWVbk
        gZbz7qlh8N7N12l5zt2muVhbgFi3h5e/uO2Mcs3hy2xuoxMwETAPBgNVHRMBAf8E
        BTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDKSN9sQAgCTv2fgPeEP2g8kbAmGvok
        pxERj32ai3MTjAIgf56J6vU1S5aLDVErZxqiwPBj24aDwtbeAo3leHVtYSg=
        -----END CERTIFICATE-----
        """

    /// Of localhost and 127.0.0.1, until 2120.
    static let valid = """
        -----BEGIN CERTIFICATE-----
        MIIBTjCB9aADAgECAhQXZAnynx7HagN2v/2nhaTwcpjMZDAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIw
        MDEwMTAwMDAwMFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYI
        KoZIzj0DAQcDQgAE+Gtoh8/s/Q8tmXz/u/pzUokPjjg0DUqQ/S+8I8xKYEcsMCSA
        +XeMEczJOgS0RUs+e7sDCTwqNyCVyrCvbk0qTaMeMBwwGgYDVR0RBBMwEYIJbG9j
        YWxob3N0hwR/AAABMAoGCCqGSM49BAMCA0gAMEUCIQCZLu0CpWqvpmlJvMkhdikZ
        Lq+sV6FmCPcWiAkWeeX2FQIgJq2/THPkVzfRGvz8sbVBWa9rG3DyMsDiVAfwlJUo
        e5c=
        -----END CERTIFICATE-----
        """

    /// In 2021.
    static let expired = """
        -----BEGIN CERTIFICATE-----
        MIIBSjCB8aADAgECAhQR15RijToPzG4qblfVrklPdAh1kTAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAeFw0yMDAxMDEwMDAwMDBaFw0yMTAx
        MDEwMDAwMDBaMBIxEDAOBgNVBAMMB2V4cGlyZWQwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAT4a2iHz+z9Dy2ZfP+7+nNSiQ+OODQNSpD9L7wjzEpgRywwJID5d4wR
        zMk6BLRFSz57uwMJPCo3IJXKsK9uTSpNox4wHDAaBgNVHREEEzARgglsb2NhbGhv
        c3SHBH8AAAEwCgYIKoZIzj0EAwIDSAAwRQIgOg2IcrzQAvZch3QNRSuINoHoMb+g
        T8YuyKoWGwxV34QCIQCL8ASEpUbgrNfqLuINqnsIxi9VUSE8OCVcANfGNhB7Gg==
        -----END CERTIFICATE-----
        """

    /// Before 2110.
    static let notYetValid = """
        -----BEGIN CERTIFICATE-----
        MIIBVTCB+6ADAgECAhQ2fibtY2aKp/IN3za/2hycgBQsMDAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAiGA8yMTEwMDEwMTAwMDAwMFoYDzIx
        MjAwMTAxMDAwMDAwWjAYMRYwFAYDVQQDDA1ub3QgeWV0IHZhbGlkMFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAE+Gtoh8/s/Q8tmXz/u/pzUokPjjg0DUqQ/S+8I8xK
        YEcsMCSA+XeMEczJOgS0RUs+e7sDCTwqNyCVyrCvbk0qTaMeMBwwGgYDVR0RBBMw
        EYIJbG9jYWxob3N0hwR/AAABMAoGCCqGSM49BAMCA0kAMEYCIQCHQ7zrTP7avW+M
        G1MOywW7goZ2GBNtaYZS3HeivFuQowIhAPaNYZZpHTJqdTTrZsKlFELjNvFDBMiP
        oSY940omhEvf
        -----END CERTIFICATE-----
        """

    /// Of elsewhere.example.
    static let wrongName = """
        -----BEGIN CERTIFICATE-----
        MIIBWDCB/6ADAgECAhQyKAYts/OOmVLADG9aZgNoMdQ3lzAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIw
        MDEwMTAwMDAwMFowHDEaMBgGA1UEAwwRZWxzZXdoZXJlLmV4YW1wbGUwWTATBgcq
        hkjOPQIBBggqhkjOPQMBBwNCAAT4a2iHz+z9Dy2ZfP+7+nNSiQ+OODQNSpD9L7wj
        zEpgRywwJID5d4wRzMk6BLRFSz57uwMJPCo3IJXKsK9uTSpNoyAwHjAcBgNVHREE
        FTATghFlbHNld2hlcmUuZXhhbXBsZTAKBggqhkjOPQQDAgNIADBFAiBpM2GBpIib
        ch524g4SqZuRjTjvcrEIAQ06qHuk+7jCaAIhANMeSiJpPsjFRGtgn13pwCuyuDKJ
        As9IOgpaVd8vlgYL
        -----END CERTIFICATE-----
        """

    /// From ``otherAuthority``.
    static let unknownAuthority = """
        -----BEGIN CERTIFICATE-----
        MIIBTjCB9qADAgECAhRFb6WQX17vTxjS1iuAaVh5of4GwzAKBggqhkjOPQQDAjAa
        MRgwFgYDVQQDDA9PdGhlciBBdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEy
        MDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEG
        CCqGSM49AwEHA0IABPhraIfP7P0PLZl8/7v6c1KJD444NA1KkP0vvCPMSmBHLDAk
        gPl3jBHMyToEtEVLPnu7Awk8Kjcglcqwr25NKk2jHjAcMBoGA1UdEQQTMBGCCWxv
        Y2FsaG9zdIcEfwAAATAKBggqhkjOPQQDAgNHADBEAiAfD9XE3uNrevXCe7fPH4Bd
        bmrqKr50ahhi2UutE8FoogIgeuDzj/ZDR6WZ9BFM51P+tL11AnwJ313oW5zXJ7ce
        YkU=
        -----END CERTIFICATE-----
        """

    /// From itself.
    static let selfSigned = """
        -----BEGIN CERTIFICATE-----
        MIIBSDCB8KADAgECAhRaXBjOJRTAasIMZKPh+Y/57fTorjAKBggqhkjOPQQDAjAU
        MRIwEAYDVQQDDAlsb2NhbGhvc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEw
        MDAwMDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49
        AwEHA0IABPhraIfP7P0PLZl8/7v6c1KJD444NA1KkP0vvCPMSmBHLDAkgPl3jBHM
        yToEtEVLPnu7Awk8Kjcglcqwr25NKk2jHjAcMBoGA1UdEQQTMBGCCWxvY2FsaG9z
        dIcEfwAAATAKBggqhkjOPQQDAgNHADBEAiAr23E14QfZaT9CnbiPOVtgnV0iaL+c
        CucPUxfntyn6ZAIgM3+AtsfByF+7+uK05x3/+rnTV0hUQHiwj9oesZZb/BE=
        -----END CERTIFICATE-----
        """

    /// As if from ``authority``, and signed by somebody else.
    static let forged = """
        -----BEGIN CERTIFICATE-----
        MIIBTzCB9aADAgECAhRl0Kl+qV1P72QHWyeOQBQhernnyzAKBggqhkjOPQQDAjAZ
        MRcwFQYDVQQDDA5UZXN0IEF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIw
        MDEwMTAwMDAwMFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYI
        KoZIzj0DAQcDQgAE+Gtoh8/s/Q8tmXz/u/pzUokPjjg0DUqQ/S+8I8xKYEcsMCSA
        +XeMEczJOgS0RUs+e7sDCTwqNyCVyrCvbk0qTaMeMBwwGgYDVR0RBBMwEYIJbG9j
        YWxob3N0hwR/AAABMAoGCCqGSM49BAMCA0kAMEYCIQD4DhXomqptGaXb+AcUJ2tj
        L/F9bhD500/TB+lGtlWRiAIhANDfdkpxSXc8iybMcF+0FwWGlSEZiQ1aeg/X+8jk
        kYrS
        -----END CERTIFICATE-----
        """

    /// For neither servers nor clients.
    static let forSigningCode = """
        -----BEGIN CERTIFICATE-----
        MIIBZTCCAQqgAwIBAgIUT3tAXASL7FEjhb8ju6u6HuL/Tk4wCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOVGVzdCBBdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEy
        MDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEG
        CCqGSM49AwEHA0IABPhraIfP7P0PLZl8/7v6c1KJD444NA1KkP0vvCPMSmBHLDAk
        gPl3jBHMyToEtEVLPnu7Awk8Kjcglcqwr25NKk2jMzAxMBoGA1UdEQQTMBGCCWxv
        Y2FsaG9zdIcEfwAAATATBgNVHSUEDDAKBggrBgEFBQcDAzAKBggqhkjOPQQDAgNJ
        ADBGAiEAkt4W9P9ieiw/0xN5rAEUwb59O9rRGqwHWWDChBjSMlUCIQDmwicrfNpy
        4kKoA1BU7K/TR0wXMUA52+Yx1c/i5WugWQ==
        -----END CERTIFICATE-----
        """

    /// The private key of all but the authorities.
    static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgBhooJLZ5u5Ld3tEw
        qeiHMFXu8fy53148gzoTacS36iWhRANCAAT4a2iHz+z9Dy2ZfP+7+nNSiQ+OODQN
        SpD9L7wjzEpgRywwJID5d4wRzMk6BLRFSz57uwMJPCo3IJXKsK9uTSpN
        -----END PRIVATE KEY-----
        """

    /// Of no certificate here.
    static let otherPrivateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg5gD+j8RVym4KPcz5
        DZH1G7cLDQHunaE9dgFK7I+ncAqhRANCAAQUFdhZcgqxafFOMRLYK7ua2jPveT0W
        plegsn5OXJrQOJ0eQ8/S5n0HYGOFKGJ9dlgYF4apyfq9oWCviheCr8aU
        -----END PRIVATE KEY-----
        """
}
