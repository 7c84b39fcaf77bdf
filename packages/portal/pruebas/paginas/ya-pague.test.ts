import { describe, expect, it } from 'vitest';
import { fecha } from '@autogestion/normas/fechas';
import { cargo, pago } from '../../src/obligaciones/libro/index.ts';
import { PDF_DE_PRUEBA } from '../adjuntos.ts';
import { navegadorDe } from '../firma.ts';
import { abrirOficinaConDeudas, type Deudora } from '../oficina-con-deudas.ts';
import type { Navegador } from '../navegador.ts';
import type { OficinaDePrueba } from '../oficina.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let d: Deudora;
let n: Navegador;

const { rotas, seVen } = paseo(abrirOficinaConDeudas, (oficina) => {
  ({ o, d } = oficina);
  n = navegadorDe(o, d.inscrita);
});

describe('esto ya lo pagué', () => {
  const buscar = async (valor: string, dia: [string, string, string]) => {
    await n.ver(`${d.base}/ya-pague`);
    const base = String((await n.enviar(`${d.base}/ya-pague`)).headers.location);
    for (const [slug, campos] of [
      ['deuda', { deuda: 'no-se' }],
      ['pago', { valor, 'dia-dia': dia[0], 'dia-mes': dia[1], 'dia-anio': dia[2] }],
      ['recibo', { recibo: '' }],
    ] as const) {
      await n.ver(`${base}/${slug}`);
      await n.enviar(`${base}/${slug}`, campos);
    }
    await n.ver(`${base}/revision`);
    const pagina = String((await n.enviar(`${base}/revision`)).headers.location);
    expect((await n.ver(pagina)).statusCode).toBe(200);
    return pagina;
  };

  it('la entrada, y los archivos que no son un recibo nuestro', async () => {
    expect((await n.ver(`${d.base}/ya-pague`)).statusCode).toBe(200);
    expect((await n.enviar(`${d.base}/ya-pague/leer-recibo`, {})).statusCode).toBe(422);
    expect((await n.enviar(`${d.base}/ya-pague/por-numero`, { numero: '490' })).statusCode).toBe(422);
    for (const contenido of [PDF_DE_PRUEBA, Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('nada')]) {
      const archivo = { campo: 'recibo', nombre: 'recibo.pdf', contenido };
      expect((await n.subir(`${d.base}/ya-pague/leer-recibo`, {}, archivo)).statusCode).toBe(422);
    }
  });

  it('lo que no se halla, pedir que lo miren, y con un archivo que no sirve', async () => {
    const pagina = await buscar('1.234', ['1', '2', '2026']);
    expect((await n.ver(`${pagina}/caso`)).statusCode).toBe(200);
    const archivo = { campo: 'comprobante', nombre: 'foto.jpg', contenido: Buffer.from('MZ') };
    expect((await n.subir(`${pagina}/caso`, { relato: 'Pagué' }, archivo)).statusCode).toBe(422);
    const r = await n.enviar(`${pagina}/caso`, { relato: 'Pagué en la esquina' });
    expect((await n.ver(String(r.headers.location))).statusCode).toBe(200);
  });

  it('lo hallado, y lo que ya se abonó', async () => {
    const pagina = await buscar('10.000.000', ['12', '8', '2025']);
    const deuda = await d.publico(await d.obligacion('renta', 2024));
    expect((await n.enviar(`${pagina}/abonar`, { deuda: '' })).statusCode).toBe(422);
    expect((await n.enviar(`${pagina}/abonar`, { deuda })).statusCode).toBe(303);
    expect((await n.ver(pagina)).body).toContain('Su pago ya está donde va');
  });

  it('lo pagado dos veces, con deudas a las que puede ir', async () => {
    const dia = fecha('2025-06-12');
    const doble = await d.obligacion('consumo', 2025, 'mar-abr');
    await d.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion: doble, rubro: 'impuesto', valor: 33_000n, desde: dia, vence: dia })],
    });
    const pagarlo = () => d.asentar({ clase: 'pago', asientos: [pago(doble, 33_000n, dia)] });
    await pagarlo();
    await pagarlo();
    const pagina = await buscar('33.000', ['12', '6', '2025']);
    expect((await n.enviar(`${pagina}/deuda`, {})).statusCode).toBe(422);
    const deuda = await d.publico(await d.obligacion('iva', 2025, 'sep-oct'));
    const r = await n.enviar(`${pagina}/deuda`, { deuda });
    expect((await n.ver(String(r.headers.location))).statusCode).toBe(200);
  });
});

describe('qué salió mal', () => {
  it.each([
    ['', 200],
    ['?pregunta=que', 422],
    ['?que=declaracion.aritmetica', 200],
    ['?que=declaracion.aritmetica&pregunta=impuesto', 422],
    ['?que=declaracion.arrastre&impuesto=no&pregunta=saldo', 422],
    ['?que=declaracion.valor&pregunta=cambio', 422],
    ['?que=declaracion.retenciones', 200],
    ['?que=recibo.nit', 200],
  ])('%s', async (direccion, estado) => {
    expect((await n.ver(`${d.base}/que-salio-mal${direccion}`)).statusCode).toBe(estado);
  });
});

describe('certificados', () => {
  it('la lista, un día que no es, ningún pago elegido, y uno que no está', async () => {
    const base = `${d.base}/certificados`;
    expect((await n.ver(base)).statusCode).toBe(200);
    const dia = { 'fecha-dia': '30', 'fecha-mes': '2', 'fecha-anio': '2026', para: '' };
    expect((await n.enviar(`${base}/estado`, dia)).statusCode).toBe(422);
    expect((await n.enviar(`${base}/pago`, {})).statusCode).toBe(422);
    expect((await n.enviar(`${base}/pago`, { pago: '999999.1' })).statusCode).toBe(409);
    expect((await n.ver(`${base}/${'a'.repeat(26)}`)).statusCode).toBe(404);
  });
});

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(rotas).toEqual({});
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await seVen()).toEqual({});
  });
});
