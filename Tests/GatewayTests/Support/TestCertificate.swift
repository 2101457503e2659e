import FoundationEssentials

/// A self-signed certificate of `localhost` and 127.0.0.1, good for tests only: its key is no secret.
enum TestCertificate {
    private static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmTCCAT+gAwIBAgIUKUSAUXsy8RWMDU9k2ZGwGWYn6n4wCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MB4XDTI2MTEyNTAzMjExNFoXDTM2MTEyMjAz
        MjExNFowFDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAEvZl+X3dxqlb+/YyI9l9AQ5oGug/B+//ons7MyF7kAWoWZMpup+GZcsoL
        oPA7uhlSiVGI9tIYRbMeTkNtl8vOp6NvMG0wHQYDVR0OBBYEFPG0GmnkpYsYYCa0
        sNfnB7tOT7S7MB8GA1UdIwQYMBaAFPG0GmnkpYsYYCa0sNfnB7tOT7S7MA8GA1Ud
        EwEB/wQFMAMBAf8wGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMAoGCCqGSM49
        BAMCA0gAMEUCIQDo4Gw1qUSlNy+kJBovcSjhQ+Qtg9JyWMlB3zPQ7VUxJgIgEekW
        KWupD8+6Vcklthkdmmn8AA19Vg37XsS2GElXkQ4=
        -----END CERTIFICATE-----
        """

    private static let privateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg7u6FgVaL6hSRjnKx
        GHgMWGKLvZ33mh5tlx6/q90IRjKhRANCAAS9mX5fd3GqVv79jIj2X0BDmga6D8H7
        /+iezszIXuQBahZkym6n4Zlyygug8Du6GVKJUYj20hhFsx5OQ22Xy86n
        -----END PRIVATE KEY-----
        """

    /// Writes both to files for as long as `body` runs.
    static func withFiles<Value>(
        _ body: (_ certificate: String, _ privateKey: String) async throws -> Value
    ) async throws -> Value {
        let directory = FileManager.default.temporaryDirectory.appending(path: "gantry-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let certificateFile = directory.appending(path: "certificate.pem").path
        let keyFile = directory.appending(path: "key.pem").path
        try certificate.write(toFile: certificateFile, atomically: false, encoding: .utf8)
        try privateKey.write(toFile: keyFile, atomically: false, encoding: .utf8)
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(certificateFile, keyFile))
        } catch {
            result = .failure(error)
        }
        try FileManager.default.removeItem(at: directory)
        return try result.get()
    }
}
