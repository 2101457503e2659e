/// A data set: elements in ascending order of their tags, each tag once (PS3.5 §7).
package struct DataSet: Hashable, Sendable {
    package private(set) var elements: [DataElement] = []
    /// How text in this data set is encoded: by its own (0008,0005), else by the enclosing data set's (PS3.3 §C.12.1.1.2).
    package private(set) var characterSet: CharacterSet

    /// An empty data set.
    ///
    /// - Parameter characterSet: what governs its text until it has a (0008,0005) of its own.
    package init(characterSet: CharacterSet = .default) {
        self.characterSet = characterSet
    }

    /// A data set of elements in whatever order they came; of several with one tag the last stands.
    ///
    /// - Parameter characterSet: what governs its text when none of the elements is a (0008,0005).
    package init(sorting elements: [DataElement], characterSet: CharacterSet = .default) {
        self.characterSet = characterSet
        self.elements = Self.ascending(elements)
        if let own = self[.specificCharacterSet] {
            self.characterSet = CharacterSet(own)
        }
    }

    package var isEmpty: Bool { elements.isEmpty }

    /// The element of that tag; setting nil removes it. A set element goes where its own tag belongs.
    package subscript(tag: Tag) -> DataElement? {
        get {
            let index = position(of: tag)
            return index < elements.count && elements[index].tag == tag ? elements[index] : nil
        }
        set {
            if let newValue {
                set(newValue)
            } else {
                remove(tag)
            }
        }
    }

    /// Puts the element in its place, instead of one with the same tag. Appending in order costs no search.
    package mutating func set(_ element: DataElement) {
        if element.tag == .specificCharacterSet {
            characterSet = CharacterSet(element)
        }
        if let last = elements.last, last.tag < element.tag {
            elements.append(element)
            return
        }
        let index = position(of: element.tag)
        if index < elements.count, elements[index].tag == element.tag {
            elements[index] = element
        } else {
            elements.insert(element, at: index)
        }
    }

    /// Removes the element of that tag, if there.
    ///
    /// The character set stays as it is: the bytes of the other elements have not changed.
    package mutating func remove(_ tag: Tag) {
        let index = position(of: tag)
        if index < elements.count, elements[index].tag == tag {
            elements.remove(at: index)
        }
    }

    /// Removes every element that the predicate picks.
    package mutating func removeAll(where predicate: (DataElement) throws -> Bool) rethrows {
        try elements.removeAll(where: predicate)
    }

    /// Sorts by the tag; costs one pass where the order is right already, as it nearly always is.
    private static func ascending(_ elements: [DataElement]) -> [DataElement] {
        guard zip(elements, elements.dropFirst()).contains(where: { $0.tag >= $1.tag }) else { return elements }
        // The sort is stable, so the last of equals is the one that came last.
        var sorted: [DataElement] = []
        sorted.reserveCapacity(elements.count)
        for element in elements.sorted(by: { $0.tag < $1.tag }) {
            if sorted.last?.tag == element.tag { sorted.removeLast() }
            sorted.append(element)
        }
        return sorted
    }

    /// The index of the first element whose tag is not lower.
    private func position(of tag: Tag) -> Int {
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].tag < tag {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
