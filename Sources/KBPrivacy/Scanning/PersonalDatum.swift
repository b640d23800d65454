package import KBModel

/// Something in a text that identifies a person, or opens a door.
package struct PersonalDatum: Sendable, Equatable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case emailAddress = "e-mail address"
    case phoneNumber = "phone number"
    case iban = "IBAN"
    case paymentCard = "payment card number"
    case ipAddress = "IP address"
    case macAddress = "MAC address"
    case profile = "personal profile"
    case handle = "personal handle"
    case streetAddress = "street address"
    case dateOfBirth = "date of birth"
    case namedPerson = "name with a title"
    case meetingLink = "meeting link"
    case secret = "key or token"
    case signature = "mail signature"
  }

  package var kind: Kind
  /// Where it stands, in bytes.
  package var range: ByteRange

  package init(kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}
