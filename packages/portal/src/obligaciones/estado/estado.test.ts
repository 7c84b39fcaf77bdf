import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import { leido } from '../../../pruebas/leido.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comoPersona, funcionariaDePrueba } from '../../../pruebas/tramites.ts';
import type { Actor } from '../../plataforma/index.ts';
import { cargo, pago } from '../libro/index.ts';
import { deudasExigibles } from './deudas-exigibles.ts';

let o: OficinaDePrueba;
let d: Deudora;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
});
afterAll(() => o.cerrar());

const total = (html: string): string =>
  leido(/<p class="total-de-obligaciones">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '');
const direccionFija = (html: string): string =>
  /href="([^"]*\?al=[^"]*)"[^>]*>La dirección/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('estado de obligaciones', () => {
  it('primero el total en una frase, después cada obligación con su línea, la vencida antes', async () => {
    const { body, statusCode } = await d.n.ver(d.base);
    expect(statusCode).toBe(200);
    expect(total(body)).toBe(
      'Hoy debe $ 12.529.893 en 3 obligaciones; de eso, $ 12.214.893 ya venció. Tiene $ 10.000.000 a favor.',
    );
    const texto = leido(body);
    const lineas = [
      'Debe $ 11.316.660 de renta de 2024, vencida hace 210 días; mañana serán $ 11.323.104.',
      'de IVA de septiembre y octubre de 2025, vencida hace 118 días',
      'Debe $ 315.000 de IVA de enero y febrero de 2026; vence en 7 días, el 17 de marzo de 2026. Hasta ese día no le cuesta más.',
      'Tiene $ 10.000.000 a favor en renta de 2023.',
      'No debe nada de IVA de noviembre y diciembre de 2025.',
    ].map((l) => texto.indexOf(l));
    expect(lineas).toEqual(lineas.toSorted((a, b) => a - b));
    expect(lineas).not.toContain(-1);
  });

  it('otro día se pide por su fecha, y la dirección lo dice', async () => {
    await d.n.ver(d.base);
    await d.n.enviar(d.base, { 'al-dia': '12', 'al-mes': '8', 'al-anio': '2025' });
    expect(d.n.pagina?.headers.location).toBe(`${d.base}?al=2025-08-12`);
    const { body } = await d.n.seguir();
    expect(total(body)).toBe(
      'El 12 de agosto de 2025 debe $ 10.000.000, y nada ha vencido. Tiene $ 10.000.000 a favor.',
    );
  });

  it('una fecha que no existe o se sale se dice junto al campo, y lo escrito sigue ahí', async () => {
    await d.n.ver(d.base);
    const malas: Record<string, string>[] = [
      { 'al-dia': '31', 'al-mes': '2', 'al-anio': '2026' },
      { 'al-dia': '1', 'al-mes': '1', 'al-anio': '3026' },
      {},
    ];
    for (const al of malas) {
      const r = await d.n.enviar(d.base, al);
      expect(r.statusCode).toBe(422);
      expect(r.body).toContain('govuk-error-message');
    }
    for (const mala of ['?al=ayer', '?al=9999-12-31', '?corte=-1', '?corte=x'])
      expect((await d.n.ver(`${d.base}${mala}`)).statusCode, mala).toBe(422);
  });

  it('la misma dirección da las mismas cifras, aunque después llegue un pago de antes', async () => {
    const otra = await deudoraSinDeudas(o);
    const renta = await otra.obligacion('renta', 2024);
    const dia = fecha('2025-08-12');
    await otra.asentar({
      clase: 'liquidacion',
      asientos: [cargo({ obligacion: renta, rubro: 'impuesto', valor: 500_000n, desde: dia, vence: dia })],
    });
    const fija = direccionFija((await otra.n.ver(otra.base)).body);
    const antes = total((await otra.n.ver(fija)).body);
    await otra.asentar({ clase: 'pago', asientos: [pago(renta, 500_000n, dia)] });
    expect(total((await otra.n.ver(fija)).body)).toBe(antes);
    expect(total((await otra.n.ver(otra.base)).body)).toBe('Hoy no debe nada.');
    expect(leido((await otra.n.ver(fija)).body)).toContain(
      'con lo que la oficina tenía registrado cuando se guardó esta dirección',
    );
  });

  it('cada cifra tiene su derivación, y cada pago dice a dónde fue', async () => {
    const iva = await d.publico(await d.obligacion('iva', 2025, 'sep-oct'));
    const { body } = await d.n.ver(`${d.base}/${iva}`);
    const texto = leido(body);
    expect(texto).toContain('Corren cada día desde el siguiente al vencimiento');
    expect(texto).toContain('24 de noviembre de 2025 $ 849.000');
    expect(texto).toMatch(/Lo que ha pasado.*Pago -\$ 849\.000/);
  });

  it('una obligación que no existe o es de otra persona no se alcanza', async () => {
    const otra = await deudoraSinDeudas(o);
    const ajena = await d.publico(await d.obligacion('renta', 2024));
    for (const id of [ajena, 'a'.repeat(26)])
      expect((await otra.n.ver(`${otra.base}/${id}`)).statusCode).toBe(404);
  });

  it('de quien no tiene nada se dice que no hay nada', async () => {
    const otra = await deudoraSinDeudas(o);
    const { body } = await otra.n.ver(otra.base);
    expect(total(body)).toBe('Hoy no debe nada.');
    expect(leido(body)).toContain('no tiene registrado nada');
  });

  it('lo que debe de cada año y lo que crece cada día se dibuja, y la tabla dice lo mismo', async () => {
    const { body } = await d.n.ver(d.base);
    expect(body).toMatch(/<svg viewBox="0 0 340 \d+" role="img" aria-label="Deuda por año/);
    expect(leido(body)).toMatch(/2024 \$ 10\.000\.000 \$ 0 \$ 1\.316\.660 \$ 11\.316\.660 \$ 6\.444/);
  });

  it('por la API: las mismas cifras, y lo que le falta a cada una con su enlace', async () => {
    const api = o.api();
    api.token = d.inscrita.token;
    interface Respuesta {
      debe: number;
      corte: string;
      huella: string;
      obligaciones: { estado: string; debe: number; queFalta: { frase: string; enlace: string }[] }[];
    }
    const { estado, cuerpo } = await api.pedir<Respuesta>('GET', d.base);
    expect([estado, cuerpo.debe]).toEqual([200, 12_529_893]);
    expect(cuerpo.obligaciones.reduce((s, x) => s + x.debe, 0)).toBe(cuerpo.debe);
    for (const x of cuerpo.obligaciones) {
      const cumplida = ['al-dia', 'a-favor'].includes(x.estado);
      expect(x.queFalta.length > 0).toBe(!cumplida);
      for (const { frase, enlace } of x.queFalta) {
        expect(frase).toMatch(/^[A-Z].*\.$/);
        expect((await d.n.ver(new URL(enlace).pathname + new URL(enlace).search)).statusCode).toBe(200);
      }
    }
    const otraVez = await api.pedir<Respuesta>('GET', `${d.base}?al=2026-03-10&corte=${cuerpo.corte}`);
    expect(otraVez.cuerpo).toEqual(cuerpo);
    expect((await api.pedir('GET', `${d.base}?al=2026-02-30`)).estado).toBe(422);
  });

  it('el CSV abre en una hoja de cálculo de aquí: marca, punto y coma, pesos sin puntos y ninguna fórmula', async () => {
    const r = await d.n.ver(`${d.base}/estado.csv`);
    expect(r.headers['content-type']).toBe('text/csv; charset=utf-8');
    const texto = r.rawPayload.toString('utf8');
    expect(texto.startsWith('\uFEFFObligación;Año;')).toBe(true);
    const filas = texto
      .trimEnd()
      .split('\r\n')
      .map((l) => l.split(';'));
    expect(filas).toHaveLength(6);
    const debe = filas[0]?.indexOf('Debe') ?? -1;
    expect(filas.slice(1).reduce((s, f) => s + BigInt(f[debe] ?? ''), 0n)).toBe(12_529_893n);
    expect(filas.flat().filter((c) => /^[=+@-]/.test(c))).toEqual([]);
  });

  it('el inicio y el RUT dicen cuánto debe y llevan allá; de quien no tiene nada no dicen nada', async () => {
    for (const camino of [`/de/${d.inscrita.titular}`, `/de/${d.inscrita.titular}/rut`]) {
      const { body } = await d.n.ver(camino);
      expect(leido(body)).toContain('Urgente: Debe $ 12.529.893');
      expect(body).toContain(`href="${d.base}"`);
    }
    const otra = await deudoraSinDeudas(o);
    const { body } = await otra.n.ver(`/de/${otra.inscrita.titular}`);
    expect(leido(body)).not.toContain('Obligaciones');
  });

  it('para un trámite del RUT: quien tiene deudas vencidas las tiene; de los demás lo mira alguien', async () => {
    const alDia = await deudoraSinDeudas(o);
    const atiende = await funcionariaDePrueba(o, 'rut-uno');
    const otra = await funcionariaDePrueba(o, 'chat-uno', ['chat']);
    const sabe = (actor: Actor, titular: string) =>
      o.oficina.enTransaccion(actor, (trx) => deudasExigibles(trx, titular));
    expect(await sabe(comoPersona(d.id), d.id)).toBe('hay');
    expect(await sabe(atiende, d.id)).toBe('hay');
    expect(await sabe(comoPersona(alDia.id), alDia.id)).toBe('no-verificado');
    // Nobody else is told anything.
    expect(await sabe(comoPersona(alDia.id), d.id)).toBe('no-verificado');
    expect(await sabe(otra, d.id)).toBe('no-verificado');
  });
});
