import Feeds
import Testing

@Suite("Which addresses are public")
struct NetworkAddressTests {
    @Test(
        "Addresses of the public internet are",
        arguments: [
            "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.1", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.0.1",
            "192.169.0.1", "198.17.255.255", "198.20.0.0", "203.0.112.255", "203.162.0.1", "223.255.255.255",
            "2001:4860:4860::8888", "2001:200::1", "2400:cb00::1", "2606:4700::1111", "3fff:1000::1",
            "64:ff9b::808:808", "2002:808:808::1",
        ]
    )
    func isPublic(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.isPublic)
        #expect(NetworkAddress(address.text) == address)
    }

    @Test(
        "Special IPv4 addresses are not",
        arguments: [
            "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1",
            "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1",
            "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
            "239.255.255.255", "240.0.0.1", "255.255.255.255",
        ]
    )
    func isSpecial4(text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test(
        "Special IPv6 addresses are not, and none that hides an IPv4 address which is not",
        arguments: [
            "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::8.8.8.8", "::ffff:0:7f00:1", "fc00::1",
            "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "100::1", "2001::1", "2001:2::1",
            "2001:10::1", "2001:20::1", "2001:db8::1", "3fff:fff::1", "5f00::1", "4000::1", "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "2002:7f00:1::", "2002:c0a8:1::1", "2002:a9fe:a9fe::",
        ]
    )
    func isSpecial6(text: String) throws {
        #expect(try !#require(NetworkAddress(text)).isPublic)
    }

    @Test(
        "Odd forms are no literals",
        arguments: ["127.1", "0177.0.0.1", "2130706433", "0x7f.1", "fe80::1%lo", "", "a"]
    )
    func oddForms(text: String) {
        #expect(NetworkAddress(text) == nil)
    }
}
