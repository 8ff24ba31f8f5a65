//! The example courses, each written for its subject and language.

mod beekeeping;
mod bicycle_repair;
mod chess_endgames;
mod first_aid;
mod german_a1;
mod home_electricity;
mod linear_equations;
mod photosynthesis;
mod printing_press;
mod python_basics;
mod spreadsheet_statistics;
mod thought_experiments;

use crate::course::Course;

/// Every example course, in a fixed order.
pub fn all() -> Vec<Course> {
    vec![
        beekeeping::course(),
        bicycle_repair::course(),
        chess_endgames::course(),
        first_aid::course(),
        german_a1::course(),
        home_electricity::course(),
        linear_equations::course(),
        photosynthesis::course(),
        printing_press::course(),
        python_basics::course(),
        spreadsheet_statistics::course(),
        thought_experiments::course(),
    ]
}
