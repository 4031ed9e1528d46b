//! The names and telephone numbers of the demo's contacts.

use crate::zone::Zone;

const FIRST_NAMES: [&str; 64] = [
    "Dana", "Marcus", "Priya", "Tom", "Elena", "Jorge", "Hannah", "Wei", "Ruth", "Sam", "Aiko",
    "Luca", "Grace", "Omar", "Nina", "Paul", "Inês", "Zoë", "Björn", "Chloé", "Søren", "José",
    "Łukasz", "Nguyễn", "Müge", "Siobhán", "Dmitri", "Fatima", "Kwame", "Ingrid", "Rafael",
    "Amélie", "Noah", "Olivia", "Liam", "Emma", "Ethan", "Mia", "Lucas", "Ava", "Mason", "Sofía",
    "Logan", "Amara", "Elijah", "Camila", "Henry", "Naomi", "Daniel", "Leila", "Jacob", "Yuki",
    "Samuel", "Tamar", "Isaac", "Mei", "Caleb", "Anaïs", "Victor", "Rosa", "Peter", "Thandi",
    "Walter", "Joan",
];

const LAST_NAMES: [&str; 96] = [
    "Whitfield",
    "Oyelaran",
    "Nair",
    "Beckett",
    "Sokolova",
    "Castañeda",
    "Lindqvist",
    "Zhang",
    "Adeyemi",
    "Kowalski",
    "Tanaka",
    "Ferri",
    "Mbeki",
    "Haddad",
    "Petrov",
    "Reyes",
    "Duarte",
    "O'Brien",
    "García",
    "Fernández",
    "Schröder",
    "Müller",
    "Novák",
    "Dvořák",
    "Åkesson",
    "Jørgensen",
    "Bélanger",
    "Nuñez",
    "Peña",
    "Ibáñez",
    "Šimić",
    "Yıldız",
    "Nguyen",
    "Tran",
    "Kim",
    "Park",
    "Choi",
    "Sato",
    "Suzuki",
    "Chen",
    "Liu",
    "Singh",
    "Patel",
    "Khan",
    "Hussain",
    "Cohen",
    "Levi",
    "Johnson",
    "Williams",
    "Brown",
    "Jones",
    "Miller",
    "Davis",
    "Wilson",
    "Anderson",
    "Thomas",
    "Taylor",
    "Moore",
    "Jackson",
    "Martin",
    "Lee",
    "Thompson",
    "White",
    "Harris",
    "Clark",
    "Lewis",
    "Robinson",
    "Walker",
    "Young",
    "Allen",
    "King",
    "Wright",
    "Scott",
    "Hill",
    "Green",
    "Adams",
    "Baker",
    "Nelson",
    "Carter",
    "Mitchell",
    "Roberts",
    "Turner",
    "Phillips",
    "Campbell",
    "Parker",
    "Evans",
    "Edwards",
    "Collins",
    "Stewart",
    "Morris",
    "Murphy",
    "Cook",
    "Rogers",
    "Bailey",
    "Cooper",
    "van der Berg",
];

/// How many different names there are.
pub const NAMES: usize = FIRST_NAMES.len() * LAST_NAMES.len();

/// The name at a position from 0 to [`NAMES`] − 1, first names turning fastest.
pub fn name(position: usize) -> String {
    let first = FIRST_NAMES
        .get(position % FIRST_NAMES.len())
        .unwrap_or(&"Dana");
    let last = LAST_NAMES
        .get((position / FIRST_NAMES.len() + position) % LAST_NAMES.len())
        .unwrap_or(&"Whitfield");
    format!("{first} {last}")
}

/// A name or query with case and diacritics taken away, for searching.
pub fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ễ' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ñ' => 'n',
        'ł' => 'l',
        'ř' => 'r',
        'š' => 's',
        'ž' => 'z',
        other => other,
    }
}

fn area_codes(zone: Zone) -> &'static [u32] {
    match zone {
        Zone::NewYork => &[513, 614, 216, 317, 212, 617, 404, 305],
        Zone::Chicago => &[312, 217, 608, 414, 262, 309, 618, 815, 920, 715, 773, 612],
        Zone::Denver => &[303, 720, 505, 801],
        Zone::Phoenix => &[602, 480, 520],
        Zone::LosAngeles => &[503, 213, 415, 206, 702],
        Zone::London => &[20],
        Zone::Berlin => &[30],
        Zone::Rome => &[6],
    }
}

/// The `index`-th telephone number of a zone, E.164. North American numbers are in the
/// exchange reserved for fiction; the first 20,000 of a zone are all different.
pub fn phone(zone: Zone, index: u32) -> String {
    let areas = area_codes(zone);
    let count = u32::try_from(areas.len()).unwrap_or(1);
    let area = areas.get((index % count) as usize).copied().unwrap_or(312);
    let line = (index / count * 7919 + index % count * 1237 + 148) % 10_000;
    match zone {
        Zone::London => format!("+4420794{:05}", (index * 7919 + 148) % 100_000),
        Zone::Berlin => format!("+4930901{:05}", (index * 7919 + 148) % 100_000),
        Zone::Rome => format!("+3906555{:05}", (index * 7919 + 143) % 100_000),
        _ => format!("+1{area}555{line:04}"),
    }
}
