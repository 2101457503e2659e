import Testing

@testable import Gateway

@Suite struct LeastRecentlyUsedTests {
    @Test func theOldestIsTheOneThatNobodyHasUsed() {
        var values = LeastRecentlyUsed<String, Int>()
        #expect(values.oldest == nil)
        for (key, value) in [("a", 1), ("b", 2), ("c", 3)] { values.set(value, for: key) }
        #expect(values.oldest?.key == "a")
        #expect(values["a"] == 1)
        #expect(values.oldest?.key == "a")
        #expect(values.use("a") { $0 = 10 } == 10)
        #expect(values.oldest?.key == "b")
        values.set(20, for: "b")
        #expect(values.oldest?.key == "c")
        #expect(values.remove("c") == 3)
        #expect(values.remove("c") == nil)
        #expect(values.use("c") == nil)
        #expect(values.oldest?.key == "a")
        #expect(values.count == 2)
    }

    /// Beside a list in which everything is searched for.
    @Test func itDoesWhatAPlainListDoes() {
        var random = SystemRandomNumberGenerator()
        var values = LeastRecentlyUsed<Int, Int>()
        var list: [(key: Int, value: Int)] = []
        func taken(_ key: Int) -> Int? { list.firstIndex { $0.key == key }.map { list.remove(at: $0).value } }
        for step in 0..<20_000 {
            let key = Int.random(in: 0..<40, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                values.set(step, for: key)
                _ = taken(key)
                list.append((key, step))
            case 1:
                let used = taken(key).map { $0 &+ 1 }
                if let used { list.append((key, used)) }
                #expect(values.use(key) { $0 &+= 1 } == used)
            case 2: #expect(values.remove(key) == taken(key))
            default: #expect(values[key] == list.first { $0.key == key }?.value)
            }
            #expect(values.count == list.count)
            #expect(values.oldest?.key == list.first?.key)
        }
        while let oldest = values.oldest {
            #expect(oldest == list.removeFirst())
            values.remove(oldest.key)
        }
        #expect(list.isEmpty)
    }
}
