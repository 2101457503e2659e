/// A command set: elements of group 0000 in Implicit VR Little Endian (PS3.7 §6.3.1, §E).
package struct WireCommand: Sendable, Hashable {
    package var elements: [UInt16: Bytes] = [:]

    package init() {}

    package init(_ field: UInt16) {
        self[0x0100] = field
        self[0x0800] = 0x0101
    }

    /// Reads what a peer sent; nil where it is no command set.
    package init?(reading bytes: Bytes) {
        var offset = 0
        while offset < bytes.count {
            guard let group = bytes.little16(at: offset), let element = bytes.little16(at: offset + 2),
                let length = bytes.little32(at: offset + 4), group == 0,
                offset + 8 + Int(length) <= bytes.count
            else { return nil }
            elements[element] = Bytes(bytes[offset + 8..<offset + 8 + Int(length)])
            offset += 8 + Int(length)
        }
    }

    /// A US.
    package subscript(element: UInt16) -> UInt16? {
        get { elements[element]?.little16(at: 0) }
        set { elements[element] = newValue.map { .little($0) } }
    }

    /// The text of a UI or AE, without its padding.
    package func text(_ element: UInt16) -> String {
        String(decoding: (elements[element] ?? []).filter { $0 != 0 && $0 != 0x20 }, as: UTF8.self)
    }

    package func with(_ element: UInt16, _ value: UInt16) -> WireCommand {
        var copy = self
        copy[element] = value
        return copy
    }

    package func with(_ element: UInt16, text: String) -> WireCommand {
        var copy = self
        copy.elements[element] = Bytes(text.utf8) + (text.utf8.count.isMultiple(of: 2) ? [] : [0])
        return copy
    }

    /// That a data set follows.
    package var withDataSet: WireCommand { with(0x0800, 1) }
    package var hasDataSet: Bool { self[0x0800] != 0x0101 }
    package var field: UInt16 { self[0x0100] ?? 0 }

    /// The response to this request.
    package func response(_ status: UInt16) -> WireCommand {
        var response = WireCommand(field | 0x8000)
        response.elements[0x0002] = elements[0x0002]
        response[0x0120] = self[0x0110]
        response[0x0900] = status
        if field == 1 { response.elements[0x1000] = elements[0x1000] }
        return response
    }

    package var bytes: Bytes {
        let body = elements.sorted { $0.key < $1.key }.filter { $0.key != 0 }.flatMap { element, value in
            .little(0 as UInt16) + .little(element) + .little(UInt32(value.count)) + value
        }
        return .little(0 as UInt32) + .little(4 as UInt32) + .little(UInt32(body.count)) + body
    }

    /// In one P-DATA-TF.
    package func pdu(on contextID: UInt8 = 1) -> Bytes { .data(contextID, control: 3, bytes) }
}

extension WireCommand {
    package static func echo(id: UInt16 = 1) -> WireCommand {
        WireCommand(0x30).with(0x0002, text: "1.2.840.10008.1.1").with(0x0110, id)
    }

    /// C-FIND, C-GET or C-MOVE; its identifier follows.
    package static func query(_ field: UInt16, _ sopClass: String, id: UInt16 = 1) -> WireCommand {
        WireCommand(field).with(0x0002, text: sopClass).with(0x0110, id).with(0x0700, 0).withDataSet
    }

    /// C-STORE; its data set follows.
    package static func store(_ sopClass: String, _ instance: String, id: UInt16 = 1) -> WireCommand {
        WireCommand(0x01).with(0x0002, text: sopClass).with(0x0110, id).with(0x0700, 0)
            .with(0x1000, text: instance).withDataSet
    }

    package static func cancel(of id: UInt16) -> WireCommand { WireCommand(0x0FFF).with(0x0120, id) }
}

/// Data sets in Implicit VR Little Endian.
extension Bytes {
    package static func element(_ group: UInt16, _ element: UInt16, _ text: String) -> Bytes {
        let value = Bytes(text.utf8) + (text.utf8.count.isMultiple(of: 2) ? [] : [0])
        return .little(group) + .little(element) + .little(UInt32(value.count)) + value
    }
}
