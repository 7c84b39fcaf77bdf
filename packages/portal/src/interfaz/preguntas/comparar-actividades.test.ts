import { ACTIVIDADES, nombreLlano } from '@autogestion/normas/actividades';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { camposDe } from '../campos.ts';
import { actividad, actividades, actividadesHalladas, nombreActividad } from './index.ts';

const una = actividad({ anio: () => 2026 });
const varias = actividades({ anio: () => 2026, maximo: 3, sobran: 'Son muchas.', vacia: 'No tiene.' });

function pagina(p: typeof una | typeof varias, valores: Record<string, string | string[]>): string {
  const c = { datos: undefined, nombre: 'Actividad', valores, errores: {} };
  return render(p.pagina({ ...c, campo: camposDe(c) }));
}

describe('elegir la actividad entre las que se parecen', () => {
  const html = pagina(una, { buscar: 'vendo arrepas' });

  it('cada tarjeta empieza por el título de la gente; el código y el nombre oficial van al final', () => {
    const orden = [
      'Vender comida lista para llevar',
      'Usted prepara la comida',
      'No cobra IVA.',
      'Si entra al SIMPLE',
      'Código 5619: Otros tipos de expendio de comidas preparadas',
    ].map((texto) => html.indexOf(texto));
    expect(orden).not.toContain(-1);
    expect(orden).toEqual([...orden].sort((a, b) => a - b));
  });

  it('pregunta lo que las distingue, y ofrece también las que se confunden con la primera', () => {
    expect(html).toContain('¿Dónde y cómo come la gente?');
    expect(actividadesHalladas('vendo arrepas')).toContain('5611');
  });

  it('lo que vale para algunas se dice una sola vez, debajo', () => {
    expect(html.split('En una franquicia se cobra IVA').length - 1).toBe(1);
    expect(html.split('Decreto 1545 de 2024').length - 1).toBe(1);
    expect(html.indexOf('En una franquicia')).toBeGreaterThan(html.lastIndexOf('Código '));
  });

  it('son radios de siempre: se eligen sin JavaScript y con el teclado', () => {
    const marcadas = pagina(una, { buscar: 'vendo arrepas', actividad: '4781' });
    expect(html.match(/type="radio"/g)?.length).toBe(actividadesHalladas('vendo arrepas').length);
    expect(/<input[^>]*value="4781"[^>]*>/.exec(marcadas)?.[0]).toContain('checked');
  });

  it('las otras actividades, que son varias, se comparan igual', () => {
    const muchas = pagina(varias, { buscar: 'presto plata', actividades: ['4921'] });
    expect(muchas).toContain('Presta plata suya y cobra intereses');
    expect(muchas).toContain('Llevar personas: taxi');
    expect(muchas.match(/type="checkbox"/g)?.length).toBeGreaterThan(2);
  });
});

it.each(ACTIVIDADES.map((a) => a.codigo))(
  'la actividad %s se muestra sin «n.c.p.» y con su código',
  (codigo) => {
    const html = pagina(una, { buscar: '', actividad: codigo });
    expect(html).not.toMatch(/n\. ?c\. ?p/i);
    expect(html).toContain(`Código ${codigo}: ${nombreLlano(codigo).slice(0, 12)}`);
    expect(nombreActividad(codigo)).toMatch(new RegExp(`^\\p{Lu}.* \\(código ${codigo}\\)$`, 'u'));
  },
);
