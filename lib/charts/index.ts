// The charts of a player's page. The page takes them from here in one piece, so that a browser
// need not have them (and d3) to show what the server drew.
export { calendarChart, calendarTable } from "./calendar";
export { distributionChart } from "./distribution";
export { remembered } from "./remembered";
export { systemsChart } from "./systems";
export { timelineChart, timelineTable } from "./timeline";
