import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const CAMINO = '/declaraciones/debo-declarar';
const NADA = {
  ...{ anio: '2025', iva: 'no', patrimonio: '0', ingresos: '20.000.000' },
  ...{ tarjeta: '0', compras: '5000000', consignaciones: '18,000,000' },
};
async function preguntar(campos: Record<string, string>) {
  const n = o.navegador();
  await n.ver(CAMINO);
  return n.enviar(CAMINO, campos);
}

describe('¿tengo que declarar renta?', () => {
  it('sin llegar a ninguna suma, no, y cada una dice por qué', async () => {
    const texto = leido((await preguntar(NADA)).body);
    expect(texto).toContain('No tiene que declarar renta de 2025');
    expect(texto).toContain('$ 20.000.000 no llega a 1.400 UVT');
    expect(texto.match(/No obliga/g)?.length).toBe(6);
  });

  it('una sola suma basta: quien es responsable de IVA declara aunque gane poco', async () => {
    const texto = leido((await preguntar({ ...NADA, iva: 'si' })).body);
    expect(texto).toContain('Sí tiene que declarar renta de 2025');
    expect(texto.match(/No obliga/g)?.length).toBe(5);
  });

  it('lo que falta o no se entiende se dice junto a su campo, y lo demás sigue escrito', async () => {
    const r = await preguntar({ ...NADA, ingresos: 'harto', tarjeta: '' });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('value="harto"');
    expect(r.body).toContain('value="5000000"');
  });
});
