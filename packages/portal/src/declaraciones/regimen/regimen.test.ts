import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegarDirecto, entrarConCodigo } from '../../../pruebas/cuentas.ts';
import { declarante, type Declarante } from '../../../pruebas/declaraciones.ts';
import { delSimple } from '../../../pruebas/declaraciones-simple.ts';
import { firmar, navegadorDe, pedirClave } from '../../../pruebas/firma.ts';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import { actualizarRut } from '../../../pruebas/verificados.ts';

const DIA = 86_400_000;
let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
  // 2026-01-20: one may enter and one may leave.
  o.reloj.avanzar(-49 * DIA);
});
afterAll(() => o.cerrar());

const CABE = {
  ...{ empresa: 'si', residencia: 'si', 'relacion-laboral': 'no', 'exclusion-anterior': 'no', factura: 'no' },
  ...{ ingresos: '90.000.000', 'ingresos-consolidados': '0' },
};
const baseDe = (q: Declarante) => q.base.replace('/declaraciones', '/simple');

async function pedir(q: Declarante, que: 'entrar' | 'salir', respuestas: Record<string, string> = {}) {
  await q.n.ver(baseDe(q));
  return q.n.enviar(`${baseDe(q)}/${que}`, respuestas);
}
async function preparar(q: Declarante, que: 'entrar' | 'salir', respuestas = que === 'entrar' ? CABE : {}) {
  const r = await pedir(q, que, respuestas);
  if (r.statusCode !== 303) throw new Error(`${que}: ${r.statusCode} ${leido(r.body).slice(0, 1500)}`);
  return String(r.headers.location);
}
async function cambiar(q: Declarante, que: 'entrar' | 'salir') {
  const camino = await preparar(q, que);
  await pedirClave(o, q.n, camino);
  const firmado = leido(q.n.pagina?.body ?? '');
  const r = await firmar(o, q.n, camino, q.d.p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode} ${leido(r.body).slice(0, 1500)}`);
  return { camino, firmado, recibo: leido((await q.n.seguir()).body) };
}
const versiones = (q: Declarante) =>
  o.consultar<{ numero: number; codigos: string[]; radicado: string }>(
    `select numero, registro #> '{clasificacion,responsabilidades}' as codigos, radicado from rut.version
     where titular_id = $1 order by numero`,
    [q.d.id],
  );

describe('acogerse al SIMPLE (ET 909)', () => {
  it('dice antes de firmar lo que cambia; al firmar el RUT lo dice, con recibo, PDF y correo', async () => {
    const q = await declarante(o);
    await actualizarRut(o, { titular: q.d.inscrita.titular }, () => ({ responsabilidades: ['05', '48'] }));
    const antes = await versiones(q);
    const pagina = leido((await q.n.ver(baseDe(q))).body);
    expect(pagina).toMatch(/hoy dice 05 .*; 48 .*al firmar dirá 47 .*; 48 /);
    expect(pagina).toContain('$ 183.309.000 (3.500 UVT)');
    expect(pagina).toContain('Sigue siendo responsable de IVA');

    const { firmado, recibo } = await cambiar(q, 'entrar');
    expect(firmado).toContain('para todo 2026, desde el 1 de enero (Estatuto Tributario, art. 909)');
    expect(firmado).toContain('La declaración anual del SIMPLE de 2026 (formulario 260), en 2027');
    expect(firmado).toMatch(/¿Cuánto recibió en 2025\? \$ 90\.000\.000/);
    expect(recibo).toContain('Quedó en el SIMPLE Para todo 2026, desde el 1 de enero');

    const despues = await versiones(q);
    expect(despues).toHaveLength(antes.length + 1);
    expect(despues.at(-1)?.codigos).toEqual(['47', '48']);
    expect(recibo).toContain(`Radicado ${despues.at(-1)?.radicado ?? ''}`);
    const historia = leido((await q.n.ver(baseDe(q).replace('/simple', '/rut/versiones'))).body);
    expect(historia).toContain(despues.at(-1)?.radicado);
    expect(leido((await q.n.ver(q.base)).body)).not.toContain('Declaración de renta de 2026');

    await o.trabajar();
    await q.n.ver(baseDe(q));
    const [suya = ''] = /\/de\/[^"]*\/simple\/[0-9a-z]{26}/.exec(q.n.pagina?.body ?? '') ?? [];
    const pdf = await q.n.ver(`${suya}/pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(await textoDePdf(pdf.rawPayload)).toContain('Acogerse al SIMPLE');
    const [correo] = await o.consultar<{ asunto: string; texto: string }>(
      `select asunto, texto from plataforma.mensaje where asunto like 'Acogerse al SIMPLE%' and destino = $1`,
      [q.d.p.correo],
    );
    expect(correo?.texto).toContain('casilla 53 de su RUT dice ahora: 47');
    const [, codigo = ''] = /verificar\/([0-9a-z]+)/.exec(correo?.texto ?? '') ?? [];
    expect(leido((await q.n.ver(`/verificar/${codigo}`)).body)).toContain(
      'Hoy su RUT dice que está en el SIMPLE',
    );
  });

  it('firmar dos veces, o a la vez, cambia el RUT una sola vez', async () => {
    const q = await declarante(o);
    const camino = await preparar(q, 'entrar');
    expect(await preparar(q, 'entrar')).toBe(camino);
    await pedirClave(o, q.n, camino);
    const antes = (await versiones(q)).length;
    const firmas = await Promise.all([1, 2].map(() => firmar(o, q.n, camino, q.d.p)));
    expect(firmas.map((r) => r.statusCode).toSorted()).toEqual([303, 409]);
    expect(await versiones(q)).toHaveLength(antes + 1);
    const otra = await q.n.ver(camino);
    expect(otra.statusCode).toBe(409);
    expect(leido(otra.body)).toContain('ya cambió de régimen');
    expect(leido((await pedir(q, 'entrar', CABE)).body)).toContain('Ya está en el SIMPLE');
  });

  it('quien no cumple lo ve condición por condición, y lo que escribió sigue escrito; lo que falta, junto a su campo', async () => {
    const q = await declarante(o);
    const no = await pedir(q, 'entrar', { ...CABE, ingresos: '5.000.000.000', residencia: 'no-se' });
    expect(no.statusCode).toBe(200);
    const texto = leido(no.body);
    expect(texto).toContain('No puede acogerse al SIMPLE');
    expect(texto).toContain('3 condiciones no se cumplen o no se saben');
    expect(texto).toContain('$ 4.979.900.000, con la UVT de 2025');
    expect(no.body).toContain('value="5.000.000.000"');
    const mal = await pedir(q, 'entrar', { ...CABE, ingresos: 'harto', empresa: '' });
    expect(mal.statusCode).toBe(422);
    expect(mal.body).toContain('value="harto"');
    expect((await versiones(q)).at(-1)?.codigos).not.toContain('47');
  });

  it('el RUT que cambia entre preparar y firmar no se pisa', async () => {
    const q = await declarante(o);
    const camino = await preparar(q, 'entrar');
    await pedirClave(o, q.n, camino);
    await actualizarRut(o, { titular: q.d.inscrita.titular }, () => ({ responsabilidades: ['05', '48'] }));
    const r = await firmar(o, q.n, camino, q.d.p);
    expect(leido(r.body)).toContain('Lo que iba a firmar cambió');
    expect((await versiones(q)).at(-1)?.codigos).toEqual(['05', '48']);
  });

  it('quien prepara por otro lo deja listo y no firma', async () => {
    const q = await declarante(o);
    const otro = await inscribirPersona(o);
    await delegarDirecto(o, { de: q.d.inscrita.titular, a: otro.titular, ambito: 'preparar' });
    const n = navegadorDe(o, otro);
    await n.ver(baseDe(q));
    const r = await n.enviar(`${baseDe(q)}/entrar`, CABE);
    expect(r.statusCode).toBe(303);
    const lista = String(r.headers.location);
    expect(lista).not.toContain('firmar');
    expect(leido((await n.ver(lista)).body)).toContain('falta firmar');
    expect((await n.ver(`${lista}/firmar`)).statusCode).toBe(403);
    expect(leido((await q.n.ver(lista)).body)).toContain('Leer y firmar');
  });

  it('la API dice el régimen, deja listo el cambio y da cada razón con su artículo', async () => {
    const q = await declarante(o);
    const api = o.api();
    api.token = q.n.galletas.get('sesion') ?? '';
    const suyo = await api.pedir<object>('GET', baseDe(q));
    expect(suyo.cuerpo).toMatchObject({ regimen: 'ordinario', anio: 2026, opcion: 'entrar', puede: true });
    const no = await api.pedir<object>('POST', baseDe(q), {
      que: 'entrar',
      respuestas: { ...CABE, residencia: 'no' },
    });
    expect(no.cuerpo).toMatchObject({ codigo: 'declaraciones.regimen-impedido' });
    expect(JSON.stringify(no.cuerpo)).toContain('art. 906 num. 2');
    const si = await api.pedir<{ firmar: string }>('POST', baseDe(q), { que: 'entrar', respuestas: CABE });
    expect(si.cuerpo.firmar).toMatch(/\/simple\/[0-9a-z]{26}\/firmar$/);
    const salir = await api.pedir<object>('POST', baseDe(q), { que: 'salir' });
    expect(JSON.stringify(salir.cuerpo)).toContain('No está en el SIMPLE');
  });
});

describe('salir del SIMPLE (DUR 1.5.8.4.3)', () => {
  it('en enero vuelve el 05 al RUT, y el año vuelve a ser de renta', async () => {
    const q = await delSimple(o, {}, true);
    const pagina = leido((await q.n.ver(baseDe(q))).body);
    expect(pagina).toContain('De 2025 todavía presenta la declaración anual del SIMPLE (formulario 260)');
    const { recibo } = await cambiar(q, 'salir');
    expect(recibo).toContain('Salió del SIMPLE');
    expect((await versiones(q)).at(-1)?.codigos).toEqual(['05', '49']);
    expect(leido((await q.n.ver(q.base)).body)).toContain('Declaración anual del SIMPLE de 2025');
  });

  it('pasado el plazo no se sale ni se entra, y se dice cuándo era y cuándo vuelve a abrir', async () => {
    const [dentro, fuera] = [await delSimple(o), await declarante(o)];
    const salida = await preparar(dentro, 'salir');
    const entrada = await preparar(fuera, 'entrar');
    // A session does not last that long.
    const pasan = async (dias: number) => {
      o.reloj.avanzar(dias * DIA);
      for (const q of [dentro, fuera]) q.n = await entrarConCodigo(o, q.d.p);
    };
    await pasan(10);
    const tarde = await dentro.n.ver(salida);
    expect(tarde.statusCode).toBe(409);
    expect(leido(tarde.body)).toContain(
      'El plazo para volver al régimen ordinario en 2026 terminó el 29 de enero de 2026. El de 2027 empieza el 1 de enero de 2027.',
    );
    expect((await fuera.n.ver(entrada)).statusCode).toBe(200);
    await pasan(30);
    expect(leido((await fuera.n.ver(entrada)).body)).toContain('terminó el 27 de febrero de 2026');
    const sinPlazo = leido((await fuera.n.ver(baseDe(fuera))).body);
    expect(sinPlazo).toContain('Hoy no puede acogerse al SIMPLE. Su RUT no cambia.');
    expect(sinPlazo).toContain('Estatuto Tributario, art. 909');
    expect((await pedir(fuera, 'entrar', CABE)).statusCode).toBe(409);
  });
});
