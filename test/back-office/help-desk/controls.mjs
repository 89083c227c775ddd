const response = await fetch('controls.json');
const controls = await response.json();
const rows = document.getElementById('control-rows');
for (const { number, english, italian } of controls) {
  const row = document.createElement('tr');
  for (const text of [number, english, italian]) {
    const cell = document.createElement('td');
    cell.textContent = String(text);
    row.append(cell);
  }
  rows.append(row);
}
