import { describe, expect, it } from 'vitest';
import { funcionario } from '../cuentas.ts';
import {
  certificadoraDePrueba,
  confiarEn,
  documentoFirmado,
  momentoDe,
  quienFactura,
  zip,
} from '../facturas.ts';
import { navegadorDe } from '../firma.ts';
import { inscribirPersona, type Inscrita } from '../inscripcion.ts';
import type { Navegador } from '../navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let vende: Inscrita;
let n: Navegador;
let opera: Navegador;
let xml: string;

const { rotas, seVen } = paseo(
  async () => ({ o: await abrirOficina() }),
  async (abierta) => {
    ({ o } = abierta);
    vende = await inscribirPersona(o);
    n = navegadorDe(o, vende);
    opera = (await funcionario(o, { usuario: 'opera', roles: ['operador'] })).n;
    const certificadora = await certificadoraDePrueba();
    await confiarEn(o, certificadora);
    const emisora = await quienFactura(certificadora, { nit: vende.nit });
    const adquirente = { numero: '1000000101', tipo: '13', nombre: 'COMPRADORA FICTICIA' };
    ({ xml } = documentoFirmado(emisora, { momento: momentoDe(o), adquirente }));
  },
);

const subir = async (de: Navegador, base: string, contenido: string | Buffer) => {
  await de.ver(base);
  const r = await de.subir(
    base,
    {},
    { campo: 'archivo', nombre: 'f.xml', contenido: Buffer.from(contenido) },
  );
  expect(r.statusCode).toBe(303);
  return de.seguir();
};

it('entregar uno bueno, uno malo, un lote, y lo que falta', async () => {
  const base = `/de/${vende.titular}/facturas/entregas`;
  await n.ver(base);
  expect((await n.enviar(base, {})).statusCode).toBe(422);
  expect((await subir(n, base, xml)).body).toContain('Aceptado');
  expect((await subir(n, base, xml.replace('Cuaderno', 'Otro'))).body).toContain('Rechazado');
  const lote = await subir(n, base, zip([{ nombre: 'a.xml', contenido: 'no es' }]));
  expect(lote.body).toContain('0 de 1');
  await o.trabajar();
  await n.ver(base);
  expect((await subir(n, base, zip([{ nombre: 'a.xml', contenido: 'no es' }]))).body).toContain(
    '1 rechazados',
  );
  expect((await subir(opera, '/mesa/facturas', xml)).body).toContain('Ya estaba en el registro');
  await opera.ver('/mesa/facturas');
});

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(rotas).toEqual({});
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await seVen()).toEqual({});
  });
});
