import { describe, expect, it } from 'vitest';
import { coleccion } from './coleccion.ts';
import { estructuraDe, nombresRotos, piezasDe } from './estructura.ts';

const campo = (id: string, extra = '') =>
  `<div class="govuk-form-group"><label for="${id}">${id}</label>${extra}<input id="${id}" type="text"/></div>`;
const pagina = (dentro: string) => `<main><h1>Una</h1><form>${dentro}<button>Seguir</button></form></main>`;

describe('la estructura de una página', () => {
  it('no depende de las palabras, de los nombres ni de cuántas veces se repite lo mismo', () => {
    expect(estructuraDe(pagina(campo('a')))).toBe(estructuraDe(pagina(campo('b') + campo('c'))));
    expect(estructuraDe('<ul><li>x</li></ul>')).toBe(estructuraDe('<ul><li>y</li><li>z</li></ul>'));
  });

  it('cambia con un papel, un tipo, un mensaje o un atributo que antes no estaba', () => {
    const distintas = [
      pagina(campo('a')),
      pagina(campo('a').replace('type="text"', 'type="tel"')),
      pagina(campo('a', '<p class="govuk-error-message">No</p>')),
      pagina(campo('a').replace('<input', '<input aria-describedby="x"')),
      pagina(campo('a')).replace('<form>', '<form role="search">'),
    ];
    expect(new Set(distintas.map(estructuraDe)).size).toBe(distintas.length);
  });

  it('una página hecha de piezas que ya están en otra no trae ninguna', () => {
    const [una, otra] = [campo('a'), '<fieldset><legend>b</legend><input type="radio"/></fieldset>'];
    const juntas = piezasDe(pagina(una + otra));
    for (const pieza of piezasDe(pagina(una))) expect(juntas).toContain(pieza);
    expect(juntas).not.toContain([...piezasDe(campo('c', '<p>pista</p>'))][0]);
  });
});

it('de las páginas vistas se mira una por estructura, la de la palabra más larga, y bastan las que reúnen las piezas', () => {
  const c = coleccion();
  c.guardar('corta', pagina(campo('a')));
  c.guardar('larga', pagina(campo('una-palabra-larguisima')));
  c.guardar('todo', pagina(`${campo('a')}<ul><li>x</li></ul>`));
  expect(c.distintas().map((p) => p.nombre)).toEqual(['larga', 'todo']);
  expect(c.suficientes().map((p) => p.nombre)).toEqual(['todo']);
});

it.each([
  [campo('a') + campo('a'), 'id "a" twice'],
  ['<label for="b">x</label>', 'for "b" leads nowhere'],
  ['<a href="#campo-c">x</a>', 'href "campo-c" leads nowhere'],
  ['<input aria-describedby="d e"/><p id="d"></p>', 'aria-describedby "e" leads nowhere'],
])('un nombre repetido o sin dueño se dice: %s', (html, falta) => {
  expect(nombresRotos(html)).toEqual([falta]);
});
