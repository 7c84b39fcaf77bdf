import { describe, expect, it } from 'vitest';
import { nombreLegible } from './index.ts';

describe('un nombre del registro, como se le escribe a su dueño', () => {
  it.each([
    ['LAURA VALENTINA SUÁREZ ROJAS', 'Laura Valentina Suárez Rojas'],
    ['MARÍA DEL ROSARIO DE LA HOZ PONCE DE LEÓN', 'María del Rosario de la Hoz Ponce de León'],
    ['DE LA HOZ', 'De la Hoz'],
    ['ÍNGRID BEGOÑA NÚÑEZ IBARGÜEN', 'Íngrid Begoña Núñez Ibargüen'],
    ["BERNARDO O'HIGGINS", "Bernardo O'Higgins"],
    ['ANTOINE SAINT-EXUPÉRY', 'Antoine Saint-Exupéry'],
    ['JUAN III', 'Juan III'],
    ['FERRETERÍA EL TORNILLO S.A.S.', 'Ferretería El Tornillo S.A.S.'],
    ['PANADERÍA LA 14 LTDA', 'Panadería la 14 LTDA'],
    ['', ''],
  ])('%s: %s', (registro, legible) => {
    expect(nombreLegible(registro)).toBe(legible);
  });

  it('lo que ya tiene minúsculas lo escribió alguien así, y así queda', () => {
    for (const nombre of ['María DEL Mar', 'iFood Colombia', 'Ana de Dios'])
      expect(nombreLegible(nombre)).toBe(nombre);
  });
});
