/// The fields of a line as JSON has them, with no check and no meaning: what decoding alone costs.
struct BareLine: Decodable {
  let values: Int

  private enum Key: String, CodingKey {
    case seq, at, type, race, kind, distance, gender, format, log, name, venue
    case pair, lane, competitor, mark, time, source, position, id, nation
    case origin, action, replaces, by, reason, attempt, impulse, estimated, accepts, speed
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    var bytes = try fields.decode(Int.self, forKey: .seq)
    bytes += try fields.decode(String.self, forKey: .at).utf8.count
    let type = try fields.decode(String.self, forKey: .type)
    func text(_ key: Key) throws {
      bytes += try fields.decodeIfPresent(String.self, forKey: key)?.utf8.count ?? 0
    }
    func number(_ key: Key) throws { bytes += try fields.decodeIfPresent(Int.self, forKey: key) ?? 0 }
    try text(.race)
    switch type {
    case "split", "passing":
      try text(.competitor)
      try text(.time)
      try text(.source)
      try number(.attempt)
      if type == "split" {
        try number(.mark)
        try number(.impulse)
        try number(.accepts)
        bytes += try fields.decodeIfPresent(Bool.self, forKey: .estimated) == true ? 1 : 0
      } else {
        bytes += Int(try fields.decode(Double.self, forKey: .position))
        bytes += Int(try fields.decodeIfPresent(Double.self, forKey: .speed) ?? 0)
      }
    case "entry":
      try number(.pair)
      try text(.lane)
      let who = try fields.nestedContainer(keyedBy: Key.self, forKey: .competitor)
      for key in [Key.id, .name, .nation] { bytes += try who.decode(String.self, forKey: key).utf8.count }
    case "race":
      try text(.kind)
      try number(.distance)
      try text(.gender)
    default:
      try number(.pair)
      try text(.name)
    }
    for key in [Key.origin, .action, .replaces] where fields.contains(key) { bytes += 1 }
    try text(.by)
    try text(.reason)
    values = bytes
  }
}
