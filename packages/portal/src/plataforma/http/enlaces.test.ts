import { describe, expect, it } from 'vitest';
import { SIN_CASA, type Catalogo } from '../catalogo/index.ts';
import { conContexto } from './contexto.ts';
import { enlaces } from './enlaces.ts';

const casaCon = (caminos: Record<string, string>): Catalogo => ({ ...SIN_CASA, camino: (r) => caminos[r] });
const dia = casaCon({ 'huerta.ver': '/dia/:fruta' });
const noche = casaCon({ 'huerta.ver': '/noche/:fruta' });
const contexto = (casa: Catalogo) => ({ casa, csrf: () => '', publica: true });
const enlace = enlaces('huerta.ver', 'huerta.planeada');

describe('enlaces por nombre', () => {
  it('cada petición ve los de la oficina que la contesta', async () => {
    const desde = (casa: Catalogo) =>
      conContexto(contexto(casa), async () => enlace('huerta.ver', { fruta: 'de agua' }));
    expect(await Promise.all([desde(dia), desde(noche)])).toEqual(['/dia/de%20agua', '/noche/de%20agua']);
  });

  it('de una ruta que está planeada no hay; fuera de una petición es una falla', async () => {
    expect(await conContexto(contexto(dia), async () => enlace('huerta.planeada'))).toBeUndefined();
    expect(() => enlace('huerta.ver')).toThrow('within a request');
  });

  it('sin un parámetro que el camino pide es una falla', async () => {
    await expect(conContexto(contexto(dia), async () => enlace('huerta.ver'))).rejects.toThrow(
      'The link huerta.ver needs the parameter fruta',
    );
  });

  it('dice los nombres a los que lleva', () => {
    expect(enlace.nombres).toEqual(['huerta.ver', 'huerta.planeada']);
  });
});
