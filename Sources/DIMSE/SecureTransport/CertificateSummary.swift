package import FoundationEssentials
import NIOSSL

/// Whose a certificate is, and how long it holds: texts that may stand in a log, since they are cut and without controls.
package struct CertificateSummary: Hashable, Sendable {
    /// Such as `CN=pacs.example.org, O=Example`.
    package var subject: String
    package var issuer: String
    /// The DNS names and addresses that it stands for (RFC 5280 §4.2.1.6).
    package var names: [String]
    package var notBefore: Date
    package var notAfter: Date

    init(_ certificate: NIOSSLCertificate) {
        subject = Self.text(certificate.subjectName)
        issuer = Self.text(certificate.issuerName)
        names = Self.alternativeNames(certificate)
        notBefore = Date(timeIntervalSince1970: Double(certificate.notValidBefore))
        notAfter = Date(timeIntervalSince1970: Double(certificate.notValidAfter))
    }

    private static func text(_ name: [SSLCertificateName]) -> String {
        let parts = name.compactMap { attribute -> String? in
            let keys: [SSLCertificateNameType: String] = [
                .commonName: "CN", .organization: "O", .organizationalUnit: "OU", .country: "C",
            ]
            return keys[attribute.type].map { "\($0)=\(attribute.value.safelyShown)" }
        }
        return parts.isEmpty ? "a certificate without a name" : parts.joined(separator: ", ")
    }

    private static func alternativeNames(_ certificate: NIOSSLCertificate) -> [String] {
        let names = certificate._subjectAlternativeNames().prefix(8).compactMap { name -> String? in
            switch name.nameType {
            case .dnsName: String(decoding: name.contents, as: UTF8.self).safelyShown
            case .ipAddress: address(Array(name.contents))
            default: nil
            }
        }
        if !names.isEmpty { return names }
        return certificate.subjectName.filter { $0.type == .commonName }.map(\.value.safelyShown)
    }

    private static func address(_ bytes: [UInt8]) -> String? {
        switch bytes.count {
        case 4: bytes.map { String($0) }.joined(separator: ".")
        case 16:
            stride(from: 0, to: 16, by: 2)
                .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
                .joined(separator: ":")
        default: nil
        }
    }
}

extension CertificateSummary: CustomStringConvertible {
    package var description: String { "\(subject), valid until \(notAfter.day)" }
}

extension Date {
    /// Such as 2026-01-31.
    package var day: String { formatted(.iso8601.year().month().day()) }
}

extension String {
    /// What a peer wrote, fit for a line of a log.
    fileprivate var safelyShown: String {
        let longest = 64
        let shown = unicodeScalars.prefix(longest).map { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.generalCategory == .format
                ? Unicode.Scalar("?") : scalar
        }
        return String(String.UnicodeScalarView(shown)) + (unicodeScalars.count > longest ? "…" : "")
    }
}
