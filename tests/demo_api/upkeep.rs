//! Making the world, and keeping it going.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::api::Shared;
use crate::arguments::Arguments;
use crate::world::World;

/// Makes the world; the rows of its largest campaign follow in the background.
pub fn make_world(arguments: &Arguments) -> Result<Shared, String> {
    let begun = Instant::now();
    eprintln!("Dialing through the history of the demo ...");
    let (world, preparation) =
        World::create(arguments.origin.clone()).map_err(|error| explained(&error))?;
    eprintln!("Ready after {:.1} s.", begun.elapsed().as_secs_f64());
    let world = Arc::new(Mutex::new(world));
    if let Some(preparation) = preparation {
        let world = Arc::clone(&world);
        std::thread::spawn(move || match preparation.run() {
            Ok(prepared) => {
                world
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .attach(prepared);
                let seconds = begun.elapsed().as_secs_f64();
                eprintln!("The largest campaign is ready after {seconds:.1} s.");
            }
            Err(error) => eprintln!("{}", explained(&error)),
        });
    }
    Ok(world)
}

fn explained(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::InvalidPath(path) => format!(
            "{} is not a database of this demo, so it is not overwritten.",
            path.display()
        ),
        error => format!("The database failed: {error}."),
    }
}

/// Lets the world go on while nobody asks, so that the next to ask need not wait for it.
pub async fn keep_time(world: Shared) {
    let mut every_second = tokio::time::interval(Duration::from_secs(1));
    loop {
        every_second.tick().await;
        let world = Arc::clone(&world);
        let kept = tokio::task::spawn_blocking(move || {
            world
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .catch_up()
        })
        .await;
        if let Ok(Err(error)) = kept {
            eprintln!("The database failed: {error}.");
        }
    }
}
