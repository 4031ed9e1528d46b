//! The entrance of the stand-alone build: the browser runs `main` as soon as
//! the module has been instantiated.

#[cfg(target_arch = "wasm32")]
fn main() {
    ringside::standalone::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Ringside runs in a browser. Build and serve it with: make demo");
}
