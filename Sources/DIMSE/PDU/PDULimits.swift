/// How much a peer may send before it is refused.
package struct PDULimits: Hashable, Sendable {
    /// Of an A-ASSOCIATE-RQ or -AC, in bytes. 128 contexts with 30 syntaxes each take about 110 KiB, and User Information
    /// cannot take more than 64.
    package var associationLength: UInt32 = 256 << 10
    /// PS3.8 §9.3.2.2: the odd numbers up to 255.
    package var presentationContexts = 128
    package var transferSyntaxes = 256
    /// Of one kind in the User Information.
    package var userInformationItems = 1024

    package init() {}

    package static let `default` = PDULimits()
}
