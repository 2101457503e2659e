/// Values by their keys, in the order of their use: the one that nobody has used for longest can go first. Each operation
/// takes the same time, however many there are.
struct LeastRecentlyUsed<Key: Hashable, Value> {
    /// A value between its neighbours in that order, which are numbers of places.
    private struct Place {
        let key: Key
        var value: Value
        var older: Int?
        var newer: Int?
    }

    private var numbers: [Key: Int] = [:]
    private var places: [Place?] = []
    private var vacant: [Int] = []
    private var oldestNumber: Int?
    private var newestNumber: Int?

    var count: Int { numbers.count }

    /// The one that has not been used for longest.
    var oldest: (key: Key, value: Value)? {
        oldestNumber.flatMap { places[$0] }.map { ($0.key, $0.value) }
    }

    /// The value, which does not count as used by that.
    subscript(key: Key) -> Value? {
        numbers[key].flatMap { places[$0]?.value }
    }

    /// Takes the value for used, and changes it.
    ///
    /// - Returns: What it is then; nil where there is none.
    @discardableResult
    mutating func use(_ key: Key, _ change: (inout Value) -> Void = { _ in }) -> Value? {
        guard let number = numbers[key], var place = leave(number) else { return nil }
        change(&place.value)
        enter(place, at: number)
        return place.value
    }

    /// Puts a value in the place of the one that the key had, and takes it for used.
    mutating func set(_ value: Value, for key: Key) {
        remove(key)
        let number = vacant.popLast() ?? places.count
        if number == places.count { places.append(nil) }
        numbers[key] = number
        enter(Place(key: key, value: value), at: number)
    }

    @discardableResult
    mutating func remove(_ key: Key) -> Value? {
        guard let number = numbers.removeValue(forKey: key) else { return nil }
        vacant.append(number)
        return leave(number)?.value
    }

    /// Puts it behind the newest, at a place that is empty.
    private mutating func enter(_ place: Place, at number: Int) {
        places[number] = place
        places[number]?.older = newestNumber
        places[number]?.newer = nil
        if let newestNumber { places[newestNumber]?.newer = number } else { oldestNumber = number }
        newestNumber = number
    }

    /// Empties a place, and makes its neighbours one another's.
    private mutating func leave(_ number: Int) -> Place? {
        guard let place = places[number] else { return nil }
        places[number] = nil
        if let older = place.older { places[older]?.newer = place.newer } else { oldestNumber = place.newer }
        if let newer = place.newer { places[newer]?.older = place.older } else { newestNumber = place.older }
        return place
    }
}
