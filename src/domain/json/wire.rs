//! Declaring the types that the wire carries.

/// Declares a struct together with its reading from a JSON object: each field
/// is taken from the member of its name.
///
/// What may be left out, and what becomes of it then, is said by the field's
/// type: `Field` and `Block` may be absent or `null`; anything else is required.
/// Members that the struct does not name are ignored.
macro_rules! wire {
    ($(
        $(#[$of_type:meta])*
        pub struct $name:ident $(<$item:ident>)? {
            $(
                $(#[$of_field:meta])*
                pub $field:ident: $kind:ty,
            )*
        }
    )*) => {$(
        $(#[$of_type])*
        pub struct $name $(<$item>)? {
            $(
                $(#[$of_field])*
                pub $field: $kind,
            )*
        }

        impl $(<$item: $crate::domain::json::FromJson>)? $crate::domain::json::FromJson
            for $name $(<$item>)?
        {
            fn from_json(
                json: &$crate::domain::json::Json<'_>,
                trouble: &mut $crate::domain::json::Trouble,
            ) -> Self {
                const NAMES: &[&str] = &[$(stringify!($field)),*];
                let mut fields = [*json; NAMES.len()];
                json.fields(NAMES, &mut fields, trouble);
                let [$($field),*] = &fields;
                Self {
                    $($field: $crate::domain::json::FromJson::from_json($field, trouble),)*
                }
            }
        }
    )*};
}

pub(crate) use wire;
