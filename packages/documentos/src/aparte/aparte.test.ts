import { afterEach, describe, expect, it } from 'vitest';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { flujoCrudo, unaPagina } from '../../pruebas/pdf-a-mano.ts';
import { abrirAparte, type Aparte } from './index.ts';

const abiertos: Aparte[] = [];
const abrir = (cambios: Parameters<typeof abrirAparte>[0] = {}): Aparte => {
  const aparte = abrirAparte(cambios);
  abiertos.push(aparte);
  return aparte;
};
afterEach(async () => {
  await Promise.all(abiertos.splice(0).map((uno) => uno.cerrar()));
});

const programa = (nombre: string) => () => new URL(`../../pruebas/obreros/${nombre}.mjs`, import.meta.url);
const UNO = Uint8Array.of(1);
/** A reader that is at it until it is let go. */
function ocupar(aparte: Aparte) {
  const puerta = new Int32Array(new SharedArrayBuffer(4));
  const opciones = { raices: [], instante: AHORA, lista: new Uint8Array(puerta.buffer) };
  const soltar = () => {
    Atomics.store(puerta, 0, 1);
    Atomics.notify(puerta, 0);
  };
  return { leido: aparte.hacer('verificarPdf', UNO, opciones), soltar };
}

describe('leer aparte', () => {
  it('mientras se lee un archivo que no suelta su procesador se atiende a los demás, cuantos sean', async () => {
    const aparte = abrir({ programa: programa('ocupado'), cuantos: 1 });
    const { leido, soltar } = ocupar(aparte);
    let acabado = false;
    void leido.then(() => (acabado = true));
    // Each is a turn of the event loop, as a visitor's request is.
    for (let visitas = 0; visitas < 1_000; visitas++) await new Promise((listo) => setImmediate(listo));
    expect(acabado).toBe(false);
    soltar();
    expect(await leido).toMatchObject({ estado: 'leídos 1 bytes' });
  });

  it('lo que pasa de su plazo se deja, y el siguiente se lee', async () => {
    const aparte = abrir({ programa: programa('ocupado'), cuantos: 1, plazoMs: 1 });
    await expect(ocupar(aparte).leido).rejects.toMatchObject({ codigo: 'PLAZO' });
    await expect(ocupar(aparte).leido).rejects.toMatchObject({ codigo: 'PLAZO' });
  });

  it('lo que pide memoria sin fin se deja, y el proceso sigue', async () => {
    const aparte = abrir({ programa: programa('gloton'), memoriaMb: 16 });
    await expect(aparte.hacer('inspeccionarArchivo', UNO, undefined)).rejects.toMatchObject({
      codigo: 'MEMORIA',
    });
  });

  it('los que no caben esperan; cuando esperan demasiados se dice', async () => {
    const aparte = abrir({ programa: programa('ocupado'), cuantos: 1, cola: 1 });
    const [primero, segundo, tercero] = [ocupar(aparte), ocupar(aparte), ocupar(aparte)];
    await expect(tercero.leido).rejects.toMatchObject({ codigo: 'SATURADO' });
    segundo.soltar();
    primero.soltar();
    await Promise.all([primero.leido, segundo.leido]);
  });

  it('es lo mismo que leer aquí: los mismos veredictos, con sus fechas', async () => {
    const aparte = abrir();
    const { raiz } = await autoridadDePrueba();
    const dicho = await aparte.hacer('verificarPdf', UNO, { raices: [raiz.certificado], instante: AHORA });
    expect(dicho).toMatchObject({ estado: 'sin-sello', razones: [expect.stringContaining('no es un')] });
    await expect(
      aparte.hacer('verificarPdf', UNO, { raices: ['no es PEM'], instante: AHORA }),
    ).rejects.toThrow();
  });

  it('un archivo grande se entrega y vuelve sin copiarse', async () => {
    const pdf = unaPagina({ otros: [flujoCrudo(Buffer.alloc(2_000_000, ' '), '')] });
    const igual = Buffer.from(pdf);
    const r = await abrir().hacer('inspeccionarArchivo', pdf, undefined);
    expect(r).toMatchObject({ ok: true, valor: { media: 'application/pdf', paginas: 1 } });
    expect(pdf).toHaveLength(0);
    expect(r.ok && igual.equals(r.valor.contenido)).toBe(true);
  });
});
