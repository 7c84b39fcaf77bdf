import { nombreLegible } from '@autogestion/normas/texto';
import { CALIDADES_REPRESENTACION } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clavesDe, uuidv7 } from '../../plataforma/index.ts';
import { conContrasena, delegarDirecto, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirEmpresa } from '../../../pruebas/empresa.ts';
import {
  documentoDe,
  inscribirPersona,
  persona,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { huellaDe, proponer, sellarPropuesta } from './proponer.ts';
import { tituloPara } from './titulo-para.ts';

let o: OficinaDePrueba;
let duena: Dentro;
let contadora: Dentro;
beforeAll(async () => {
  o = await abrirOficina();
  [duena, contadora] = [await dentro(), await dentro()];
});
afterAll(() => o.cerrar());

interface Dentro {
  p: PersonaDePrueba;
  n: Navegador;
  titular: string;
}
async function dentro(): Promise<Dentro> {
  const p = persona();
  await inscribirPersona(o, p);
  return { p, ...(await conContrasena(o, p)) };
}

const enCampos = (nombre: string, f: string) => {
  const [anio = '', mes = '', dia = ''] = f.split('-');
  return { [`${nombre}-dia`]: dia, [`${nombre}-mes`]: mes, [`${nombre}-anio`]: anio };
};
const permiso = (a: PersonaDePrueba, cambios: Record<string, string> = {}) => ({
  ...documentoDe(a),
  ambito: 'consultar',
  ...enCampos('desde', '2026-03-10'),
  ...enCampos('hasta', '2026-06-30'),
  ...cambios,
});
const autorizados = () => `/de/${duena.titular}/autorizados`;
/** Both presses: what is asked for, and the name that was read. */
async function autorizar({ n, titular }: Dentro, que: Record<string, string>) {
  await n.enviar(`/de/${titular}/autorizados`, que);
  const confirmar = n.pagina?.headers.location ?? '';
  await n.seguir();
  return n.enviar(confirmar);
}
const dadasPor = async (titular: string) =>
  (await o.consultar('select 1 from cuentas.delegacion where de = $1', [await idDe(o, titular)])).length;

describe('delegar', () => {
  it('a quien se autoriza actúa, con el aviso de por quién en cada página, y ambos reciben un mensaje', async () => {
    expect((await contadora.n.ver(`/de/${duena.titular}`)).statusCode).toBe(404);
    await duena.n.ver(autorizados());
    expect((await autorizar(duena, permiso(contadora.p))).headers.location).toBe(autorizados());
    for (const { p } of [duena, contadora]) {
      const avisos = await o.consultar(
        `select 1 from plataforma.mensaje where destino = $1 and asunto ~ 'permiso|autorizó'`,
        [p.correo],
      );
      expect(avisos).toHaveLength(1);
    }
    for (const camino of ['', '/rut']) {
      const r = await contadora.n.ver(`/de/${duena.titular}${camino}`);
      expect(r.statusCode).toBe(200);
      expect(r.body).toContain('Usted actúa por');
    }
    expect((await contadora.n.ver(`/de/${contadora.titular}`)).body).not.toContain('Usted actúa por');
    expect((await contadora.n.ver('/actuar')).body).toContain(`/de/${duena.titular}"`);
  });

  it('consultar no alcanza para autorizar, ni para ver la actividad, ni para cambiar el correo', async () => {
    await contadora.n.ver(`/de/${duena.titular}/rut`);
    for (const camino of ['/autorizados', '/actividad', '/contacto', '/contacto/correo'])
      expect((await contadora.n.ver(`/de/${duena.titular}${camino}`)).statusCode, camino).toBe(403);
    await contadora.n.ver(`/de/${duena.titular}/rut`);
    const r = await contadora.n.enviar(autorizados(), permiso(contadora.p));
    expect(r.statusCode).toBe(403);
  });

  it('queda escrito quién actuó y por quién, y la persona lo ve', async () => {
    const [a, b] = [await idDe(o, contadora.titular), await idDe(o, duena.titular)];
    const filas = await o.consultar(
      `select 1 from plataforma.auditoria where actor = $1 and persona_id = $2 and accion = 'plataforma.actuar-por'`,
      [`persona:${a} por:${b}`, b],
    );
    expect(filas.length).toBeGreaterThan(1);
    const { body } = await duena.n.ver(`/de/${duena.titular}/actividad`);
    expect(body).toContain('en su nombre');
    expect(body).toContain('Autorizó a otra persona');
  });

  it('terminada deja de valer en ese momento, también para quien tiene la página abierta', async () => {
    await duena.n.ver(autorizados());
    const delegacion = /name="delegacion" value="([^"]+)"/.exec(duena.n.pagina?.body ?? '')?.[1] ?? '';
    await duena.n.enviar(`${autorizados()}/terminar`, { delegacion });
    expect((await contadora.n.ver(`/de/${duena.titular}`)).statusCode).toBe(403);
  });

  it('la que venció hace un segundo se rechaza; un segundo antes valía', async () => {
    await delegarDirecto(o, { de: duena.titular, a: contadora.titular, ambito: 'preparar', minutos: 5 });
    o.reloj.avanzar(5 * 60_000 - 1_000);
    expect((await contadora.n.ver(`/de/${duena.titular}`)).statusCode).toBe(200);
    o.reloj.avanzar(1_000);
    expect((await contadora.n.ver(`/de/${duena.titular}`)).statusCode).toBe(403);
  });

  it('y la base la rechaza aunque el portal crea que vale: el título se pide en cada transacción', async () => {
    const [de, a] = [await idDe(o, duena.titular), await idDe(o, contadora.titular)];
    const actor = (ambito: 'consultar' | 'firmar') =>
      ({ tipo: 'persona', persona: a, sesion: a, por: { titular: de, ambito } }) as const;
    const contar = (ambito: 'consultar' | 'firmar') =>
      o.oficina.enTransaccion(actor(ambito), (trx) => sql`select 1 from rut.titular`.execute(trx.bd));
    await expect(contar('consultar')).rejects.toMatchObject({ codigo: 'plataforma.sin-permiso' });
    await delegarDirecto(o, { de: duena.titular, a: contadora.titular, ambito: 'presentar' });
    expect((await contar('consultar')).rows).toHaveLength(1);
    await expect(contar('firmar')).rejects.toMatchObject({ codigo: 'plataforma.sin-permiso' });
  });

  it('quien la recibió renuncia', async () => {
    await contadora.n.ver('/actuar');
    const delegacion = /name="delegacion" value="([^"]+)"/.exec(contadora.n.pagina?.body ?? '')?.[1] ?? '';
    await contadora.n.enviar('/actuar/renunciar', { delegacion });
    expect((await contadora.n.ver(`/de/${duena.titular}`)).statusCode).toBe(403);
  });

  it.each([
    ['firmar', { ambito: 'firmar' }, 'Elija qué podrá hacer'],
    ['a uno mismo', {}, 'Ese es su documento'],
    ['a quien no está en el RUT', { numero: '1099999701' }, 'no está en el RUT'],
    ['por más de un año', enCampos('hasta', '2027-06-30'), 'hasta un año'],
    ['al revés', enCampos('hasta', '2026-03-01'), 'igual o posterior'],
  ])('no se autoriza %s, y lo escrito sigue ahí', async (_que, cambios, mensaje) => {
    o.reloj.avanzar(61_000);
    const otra = await dentro();
    const camino = `/de/${otra.titular}/autorizados`;
    await otra.n.ver(camino);
    const a = mensaje.startsWith('Ese') ? otra.p : contadora.p;
    const r = await otra.n.enviar(camino, permiso(a, cambios));
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain(mensaje);
    expect(r.body).toContain(`value="${'numero' in cambios ? cambios.numero : a.fila.numero}"`);
  });

  it('sin prueba reciente se pide, y al volver está lo que se escribió', async () => {
    o.reloj.avanzar(61_000);
    const otra = await dentro();
    const camino = `/de/${otra.titular}/autorizados`;
    await otra.n.ver(camino);
    o.reloj.avanzar(11 * 60_000);
    await otra.n.enviar(camino, permiso(contadora.p));
    expect(otra.n.pagina?.headers.location).toBe('/confirmar?nivel=una');
    await otra.n.seguir();
    await otra.n.enviar('/confirmar', { contrasena: 'cometa molino turpial' });
    expect(otra.n.pagina?.headers.location).toBe(camino);
    expect((await otra.n.seguir()).body).toContain(`value="${contadora.p.fila.numero}"`);
  });
});

describe('confirmar a quién se autoriza', () => {
  let otra: Dentro;
  const suyos = () => `/de/${otra.titular}/autorizados`;
  const pedir = async (a: PersonaDePrueba) => {
    await otra.n.ver(suyos());
    await otra.n.enviar(suyos(), permiso(a));
    return otra.n.pagina?.headers.location ?? '';
  };
  beforeAll(async () => {
    o.reloj.avanzar(61_000);
    otra = await dentro();
  });

  it('primero se lee el nombre de quien tiene el documento, y nada se da hasta confirmarlo', async () => {
    const confirmar = await pedir(contadora.p);
    expect(confirmar).not.toContain(contadora.p.fila.numero);
    const { body, statusCode } = await otra.n.seguir();
    expect(statusCode).toBe(200);
    const [quien] = await o.consultar<{ nombre: string }>('select nombre from rut.presentacion_de($1)', [
      await idDe(o, contadora.titular),
    ]);
    expect(body).toContain(`autorizar a ${nombreLegible(quien?.nombre ?? '')}`);
    expect(body).not.toContain(contadora.p.correo);
    expect(await dadasPor(otra.titular)).toBe(0);
    const cambiar = /href="([^"]+\?propuesta=[^"]+)"/.exec(body)?.[1] ?? '';
    const formulario = (await otra.n.ver(cambiar)).body;
    expect(formulario).toContain(`value="${contadora.p.fila.numero}"`);
    expect(formulario).toContain('value="2026"');
  });

  it('mirar un nombre queda escrito, sin el número que se escribió', async () => {
    const filas = await o.consultar<{ datos: object }>(
      `select datos from plataforma.auditoria where accion = 'cuentas.mirar-nombre' and persona_id = $1`,
      [await idDe(o, otra.titular)],
    );
    expect(filas.map((f) => f.datos)).toEqual([{ a: await idDe(o, contadora.titular) }]);
  });

  it('confirmar dos veces, o volver atrás después de terminarlo, da un solo permiso', async () => {
    const confirmar = await pedir(contadora.p);
    await otra.n.seguir();
    await otra.n.enviar(confirmar);
    await otra.n.ver(suyos());
    const delegacion = /name="delegacion" value="([^"]+)"/.exec(otra.n.pagina?.body ?? '')?.[1] ?? '';
    await otra.n.enviar(`${suyos()}/terminar`, { delegacion });
    await otra.n.ver(confirmar);
    expect((await otra.n.enviar(confirmar)).headers.location).toBe(suyos());
    expect(await dadasPor(otra.titular)).toBe(1);
    expect((await contadora.n.ver(`/de/${otra.titular}`)).statusCode).not.toBe(200);
  });

  it('si al confirmar el documento ya no es de quien se leyó, no se autoriza a nadie y se dice', async () => {
    o.reloj.avanzar(61_000);
    const antes = await dadasPor(otra.titular);
    const [id, hoy] = [await idDe(o, otra.titular), o.reloj.hoy()];
    const propuesta = sellarPropuesta(clavesDe(CLAVE_MAESTRA), id, {
      ...{
        tipoDocumento: '13',
        numero: contadora.p.fila.numero,
        ambito: 'consultar',
        desde: hoy,
        hasta: hoy,
      },
      ...{ id: uuidv7(o.reloj.ahora()), huella: huellaDe({ titular: id, nombre: 'Otra Persona' }) },
    });
    const camino = `${suyos()}/confirmar/${propuesta}`;
    expect((await otra.n.ver(camino)).headers.location).toBe(`${suyos()}?propuesta=${propuesta}`);
    await otra.n.seguir();
    const r = await otra.n.enviar(camino);
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('ya no es de quien usted confirmó');
    expect(r.body).toContain(`value="${contadora.p.fila.numero}"`);
    expect(await dadasPor(otra.titular)).toBe(antes);
  });

  it('lo que otra persona propuso no se confirma aquí', async () => {
    const propuesta = (await pedir(contadora.p)).split('/').at(-1) ?? '';
    const antes = await dadasPor(duena.titular);
    const camino = `${autorizados()}/confirmar/${propuesta}`;
    expect((await duena.n.ver(camino)).headers.location).toBe(autorizados());
    await duena.n.ver(autorizados());
    await duena.n.enviar(camino);
    expect(await dadasPor(duena.titular)).toBe(antes);
  });

  it('quien mira muchos documentos tiene que esperar, los encuentre o no, y lo escrito sigue ahí', async () => {
    o.reloj.avanzar(61_000);
    const curiosa = await dentro();
    const camino = `/de/${curiosa.titular}/autorizados`;
    await curiosa.n.ver(camino);
    const id = await idDe(o, curiosa.titular);
    const hoy = o.reloj.hoy();
    const mirar = (numero: string) =>
      o.oficina.enTransaccion({ tipo: 'persona', persona: id, sesion: id }, (trx) =>
        proponer(trx, clavesDe(CLAVE_MAESTRA), id, {
          ...{ tipoDocumento: '13', numero, ambito: 'consultar', desde: hoy, hasta: hoy },
        }),
      );
    // Twenty are free; the next makes who comes after it wait.
    for (let i = 0; i <= 20; i++)
      expect(JSON.stringify(await mirar(String(1099999701 + i)))).toContain('no está en el RUT');
    const { body } = await curiosa.n.enviar(camino, permiso(contadora.p));
    expect(body).toContain('Ha escrito muchos documentos hoy. Espere');
    expect(body).toContain(`value="${contadora.p.fila.numero}"`);
    expect(body).not.toContain('confirmar/');
  });
});

describe('representar', () => {
  it('quien figura en la hoja 3 del RUT actúa por la empresa y firma por ella; otra persona no', async () => {
    const empresa = await inscribirEmpresa(o, duena.p);
    const r = await duena.n.ver(`/de/${empresa.idPublico}`);
    expect(r.statusCode).toBe(200);
    expect(r.body).toContain('como representante legal principal');
    expect((await duena.n.ver('/actuar')).body).toContain(`/de/${empresa.idPublico}"`);
    expect((await duena.n.ver(`/de/${empresa.idPublico}/autorizados`)).statusCode).toBe(200);
    expect((await contadora.n.ver(`/de/${empresa.idPublico}`)).statusCode).toBe(404);
    const actor = {
      tipo: 'persona',
      persona: await idDe(o, duena.titular),
      sesion: empresa.titular,
    } as const;
    const titulo = await o.oficina.enTransaccion(actor, (trx) => tituloPara(trx, empresa.idPublico));
    expect(titulo).toMatchObject({ titular: empresa.titular, ambito: 'firmar' });
  });

  it('las calidades con que la base deja actuar son las de la tabla de la casilla 98', async () => {
    const [f] = await o.consultar<{ def: string }>(
      `select pg_get_functiondef('rut.calidad_de_representante'::regproc) as def`,
    );
    const enLaBase = [...(/any \(array\[([^\]]+)\]/i.exec(f?.def ?? '')?.[1] ?? '').matchAll(/'(\d+)'/g)];
    expect(enLaBase.map(([, c]) => c)).toEqual(CALIDADES_REPRESENTACION.map((c) => c.codigo));
  });
});
