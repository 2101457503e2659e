extension CharacterSet {
    /// The defined terms that stand alone (PS3.3 Tables C.12-2 and C.12-5), and the name of the default repertoire.
    package static let termsWithoutExtension = [
        "ISO_IR 6", "ISO_IR 100", "ISO_IR 101", "ISO_IR 109", "ISO_IR 110", "ISO_IR 126", "ISO_IR 127", "ISO_IR 138",
        "ISO_IR 144", "ISO_IR 148", "ISO_IR 166", "ISO_IR 203", "ISO_IR 13", "ISO_IR 192", "GB18030", "GBK",
    ]

    /// The defined terms between which code extension switches (PS3.3 Tables C.12-3 and C.12-4).
    package static let termsWithExtension = [
        "ISO 2022 IR 6", "ISO 2022 IR 100", "ISO 2022 IR 101", "ISO 2022 IR 109", "ISO 2022 IR 110", "ISO 2022 IR 126",
        "ISO 2022 IR 127", "ISO 2022 IR 138", "ISO 2022 IR 144", "ISO 2022 IR 148", "ISO 2022 IR 166",
        "ISO 2022 IR 203", "ISO 2022 IR 13", "ISO 2022 IR 87", "ISO 2022 IR 159", "ISO 2022 IR 149", "ISO 2022 IR 58",
    ]

    /// True of what (0008,0005) can be: one term, or several with code extension, of which the first may be empty.
    package static func isDefined(_ terms: [String]) -> Bool {
        guard terms.count > 1 else {
            return terms.first.map { (termsWithoutExtension + termsWithExtension).contains($0) } ?? false
        }
        return terms.enumerated().allSatisfy { index, term in
            termsWithExtension.contains(term) || index == 0 && term.isEmpty
        }
    }
}
