import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { funcionario, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import {
  actualizarRut,
  cambiarEstado,
  contribuyente,
  decidirEnMesa,
  deLaMesa,
  firmarSolicitud,
  responder,
  RESTAURANTE,
  TIENDA,
  verificarEnMesa,
  type Contribuyente,
} from '../../../pruebas/verificados.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const version = async ({ i }: Pick<Contribuyente, 'i'>) => {
  const [v] = await o.consultar<{ numero: number; concepto: string; radicado: string; codigos: string[] }>(
    `select v.numero, v.concepto, v.radicado, v.registro #> '{clasificacion,responsabilidades}' as codigos
     from rut.version v join rut.titular t on t.id = v.titular_id where t.id_publico = $1
     order by v.numero desc limit 1`,
    [i.titular],
  );
  return v;
};

describe('retiro de IVA, del cuestionario al RUT nuevo', () => {
  it('se firma, se verifica, se aprueba y el 48 pasa a 49 con el radicado de la solicitud', async () => {
    const c = await contribuyente(o, '05', '48');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-iva`, TIENDA);
    const { body } = await c.n.ver(solicitud);
    expect(body).toContain('Lo puede pedir');
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);

    const luz = await deLaMesa(o, 'luz');
    const caso = await verificarEnMesa(luz, []);
    const sinVerificar = await decidirEnMesa(luz, caso, 'aprobada');
    expect(sinVerificar.statusCode).toBe(409);
    await luz.ver(caso);
    await luz.enviar(`${caso}/verificar`, { que: 'diferencias', hallazgo: 'no-hay', nota: 'Coincide.' });
    expect((await decidirEnMesa(luz, caso, 'aprobada')).statusCode).toBe(303);

    expect(await version(c)).toEqual({ numero: 3, concepto: '02', radicado, codigos: ['05', '49'] });
    await o.trabajar();
    expect((await c.n.ver(`${c.de}/tramites/${radicado}`)).body).toContain('Aprobada');
    expect((await c.n.ver(`${c.de}/rut`)).body).toContain('Esta es la versión 3');
    expect((await c.n.ver(`${c.de}/rut/retiro-iva`)).body).toContain('no hay nada que retirar');
  });

  it('lo que deja de ser cierto entre el borrador y la firma no se firma, y se dice por qué', async () => {
    const c = await contribuyente(o, '05', '48');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-iva`, TIENDA);
    await cambiarEstado(o, c.i, 'suspendido');
    const r = await c.n.ver(`${solicitud}/firmar`);
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('Su RUT está suspendido');
    expect((await c.n.ver(solicitud)).body).toContain('Hoy no lo puede pedir');
  });

  it('una solicitud que se quedó para el otro año se empieza de nuevo', async () => {
    const otra = await abrirOficina();
    try {
      const p = persona();
      const i = await inscribirPersona(otra, p);
      await actualizarRut(otra, i, () => ({ responsabilidades: ['48'] }));
      const n = otra.navegador();
      n.galletas.set('sesion', i.token);
      const solicitud = await responder(n, `/de/${i.titular}/rut/retiro-iva`, TIENDA);
      expect((await n.ver(solicitud)).body).toContain('Lo puede pedir');
      await otra.consultar(
        `update plataforma.sesion set vence_en = '2028-01-01', usada_en = '2027-01-04T15:00:00Z'`,
      );
      otra.reloj.avanzar(300 * 86_400_000);
      const { body, statusCode } = await n.ver(solicitud);
      expect(statusCode).toBe(200);
      expect(body).toContain('Esta solicitud es de 2026 y ya es 2027');
    } finally {
      await otra.cerrar();
    }
  });

  it('con una respuesta que lo impide, el cuestionario termina ahí: dice que no, por qué y qué hacer', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/retiro-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/retiro-iva`)).headers.location);
    for (const [slug, campos] of [
      ['actividad', { actividad: 'servicios' }],
      ['solo-estado', { respuesta: 'no' }],
      // One peso less than 3.500 UVT of 2025 would do.
      ['ingresos-anterior', { valor: '174.297.000' }],
    ] as const) {
      await c.n.ver(`${base}/${slug}`);
      await c.n.enviar(`${base}/${slug}`, campos);
    }
    const { body } = await c.n.ver(`${base}/respuesta`);
    const principal = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '';
    const orden = [
      'Por ahora no puede dejar de ser responsable de IVA',
      'No puede pedirlo',
      'llega a 3.500 UVT',
      'Qué puede hacer',
      `href="${c.de}/rut/cese-iva"`,
      'condiciones que se cumplen',
      'Cambiar una respuesta',
      `href="${base}/ingresos-anterior"`,
    ].map((dicho) => principal.indexOf(dicho));
    expect(orden).not.toContain(-1);
    expect(orden).toEqual(orden.toSorted((a, b) => a - b));
    expect(principal.match(/<form[^>]*action="([^"]*)"/g)).toEqual([
      expect.stringContaining(`action="${base}/acabar"`),
    ]);
    expect(principal).toMatch(/Terminar\s*<\/button>/);

    // Nor by another way.
    expect((await c.n.enviar(`${base}/respuesta`)).statusCode).toBe(422);
    expect((await c.n.ver(`${base}/revision`)).headers.location).toBe(`${base}/respuesta`);
    await c.n.ver(`${base}/ingresos-anterior`);
    const corregida = await c.n.enviar(`${base}/ingresos-anterior`, { valor: '48.000.000' });
    expect(corregida.headers.location).toBe(`${base}/establecimientos-anterior`);
  });

  it('quien arregla su RUT y vuelve lee la respuesta de hoy, no la de cuando empezó', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/retiro-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/retiro-iva`)).headers.location);
    const pasa = async (estado: 'suspendido' | 'activo') => {
      o.reloj.avanzar(60_000);
      await cambiarEstado(o, c.i, estado);
    };
    await pasa('suspendido');
    expect((await c.n.ver(base)).headers.location).toBe(`${base}/respuesta`);
    await pasa('activo');
    expect((await c.n.ver(base)).headers.location).toBe(`${base}/actividad`);
    for (const [slug, campos] of TIENDA.slice(0, -1)) {
      await c.n.ver(`${base}/${slug}`);
      await c.n.enviar(`${base}/${slug}`, campos);
    }
    await pasa('suspendido');
    expect((await c.n.ver(`${base}/respuesta`)).body).toContain('Su RUT está suspendido');
    await pasa('activo');
    const si = await c.n.ver(`${base}/respuesta`);
    expect(si.body).toContain('Puede pedir dejar de ser responsable de IVA');
    // What the page of the no still offers ends nothing that can go on by now.
    const acabar = await c.n.enviar(`${base}/acabar`);
    expect(acabar.headers.location).toBe(`${base}/respuesta`);
    await actualizarRut(o, c.i, () => ({ responsabilidades: ['49'] }));
    expect((await c.n.ver(`${base}/respuesta`)).body).toContain('no hay nada que retirar');
  });

  it('terminar un cuestionario que dijo que no acaba su borrador: ya no aparece como pendiente', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/retiro-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/retiro-iva`)).headers.location);
    // With nothing answered there is something left to ask.
    expect((await c.n.enviar(`${base}/acabar`)).headers.location).toBe(`${base}/actividad`);
    for (const [slug, campos] of TIENDA.slice(0, -1)) {
      await c.n.ver(`${base}/${slug}`);
      await c.n.enviar(`${base}/${slug}`, slug === 'ingresos-anterior' ? { valor: '900.000.000' } : campos);
    }
    const { headers } = await c.n.ver(base);
    expect(headers.location).toBe(`${base}/respuesta`);
    expect((await c.n.ver(c.de)).body).toContain(base);
    await c.n.ver(`${base}/respuesta`);
    const fin = await c.n.enviar(`${base}/acabar`);
    expect(fin.headers.location).toBe(c.de);
    expect((await c.n.ver(c.de)).body).not.toContain(base);
    expect((await c.n.ver(`${c.de}/rut/retiro-iva`)).body).not.toContain('sin terminar');
    for (const pagina of [base, `${base}/respuesta`])
      expect((await c.n.ver(pagina)).headers.location).toBe(c.de);
    expect((await c.n.enviar(`${base}/acabar`)).headers.location).toBe(c.de);
  });

  it('cuando se puede, lo dice primero y lo que se cumple espera detrás de una línea', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/retiro-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/retiro-iva`)).headers.location);
    for (const [slug, campos] of TIENDA.slice(0, -1)) {
      await c.n.ver(`${base}/${slug}`);
      await c.n.enviar(`${base}/${slug}`, campos);
    }
    const { body } = await c.n.ver(`${base}/respuesta`);
    const plegadas = body.indexOf('condiciones que se cumplen');
    expect(plegadas).toBeGreaterThan(body.indexOf('Puede pedirlo'));
    expect(body.indexOf('>Se cumple<')).toBeGreaterThan(plegadas);
  });

  it('lo mal escrito vuelve con su mensaje y con lo que se escribió', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/retiro-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/retiro-iva`)).headers.location);
    for (const [slug, campos] of TIENDA.slice(0, 5)) {
      await c.n.ver(`${base}/${slug}`);
      await c.n.enviar(`${base}/${slug}`, campos);
    }
    await c.n.ver(`${base}/contratos-anterior`);
    await c.n.enviar(`${base}/contratos-anterior`, { respuesta: 'si' });
    await c.n.ver(`${base}/lista-contratos-anterior`);
    const r = await c.n.enviar(`${base}/lista-contratos-anterior`, {
      'contratante-1': 'Colegio San José',
      'valor-1': 'mucho',
      'valor-2': '5.000.000',
    });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('Escriba el valor solo con números');
    expect(r.body).toContain('Escriba con quién fue este contrato.');
    expect(r.body).toContain('Colegio San José');
    const otro = await c.n.enviar(`${base}/lista-contratos-anterior`, {
      _accion: 'agregar',
      'contratante-1': 'Colegio San José',
      'valor-1': '5.000.000',
    });
    expect(otro.body).toContain('Contrato 2');
    expect((await c.n.enviar(`${base}/lista-contratos-anterior`, {})).statusCode).toBe(422);
  });
});

describe('retiro de INC', () => {
  it('se aprueba y el 33 pasa a 50; lo demás queda igual', async () => {
    const c = await contribuyente(o, '05', '33', '49');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-inc`, RESTAURANTE);
    await firmarSolicitud(o, c.n, c.p, solicitud);
    const eva = await deLaMesa(o, 'eva');
    const caso = await verificarEnMesa(eva, ['diferencias']);
    expect((await decidirEnMesa(eva, caso, 'aprobada')).statusCode).toBe(303);
    expect(await version(c)).toMatchObject({ numero: 3, codigos: ['05', '49', '50'] });
  });

  it('negada o devuelta, el RUT no cambia, y la plantilla dice por qué con su artículo', async () => {
    const c = await contribuyente(o, '05', '33', '49');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-inc`, RESTAURANTE);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    const sol = await deLaMesa(o, 'sol');
    const caso = await verificarEnMesa(sol, []);
    await sol.ver(caso);
    await sol.enviar(`${caso}/verificar`, { que: 'diferencias', hallazgo: 'hay', nota: 'Otra dirección.' });
    const { body } = await sol.ver(`${caso}/decidir/negada`);
    expect(body).toContain('Su RUT no dice lo mismo que los documentos');
    expect(body).toContain('DUR 1.6.1.2.28 num. 3');
    expect((await decidirEnMesa(sol, caso, 'aprobada')).statusCode).toBe(409);
    expect((await decidirEnMesa(sol, caso, 'devuelta')).statusCode).toBe(303);
    expect(await version(c)).toMatchObject({ numero: 2 });
    expect((await c.n.ver(`${c.de}/tramites/${radicado}`)).body).toContain('Devuelta');
  });
});

describe('la base, por sí sola', () => {
  it('nadie cambia un código ni cancela un RUT si no está decidiendo ese caso', async () => {
    const c = await contribuyente(o, '48');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-iva`, TIENDA);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    const [caso] = await o.consultar<{ id: string }>('select id from tramites.caso where radicado = $1', [
      radicado,
    ]);
    const titular = await idDe(o, c.i.titular);
    const sesion = '00000000-0000-7000-8000-000000000000';
    await funcionario(o, { usuario: 'nadie', roles: ['mesa-rut'] });
    const [f] = await o.consultar<{ id: string }>(
      `select id from cuentas.funcionario where usuario = 'nadie'`,
    );
    for (const actor of [
      { tipo: 'persona', persona: titular, sesion },
      { tipo: 'funcionario', funcionario: f?.id ?? '', sesion },
    ] as const)
      for (const orden of [
        sql`select tramites_rut.tomar_registro(${caso?.id}, ${o.reloj.ahora()})`,
        sql`select tramites_rut.cancelar(${caso?.id}, gen_random_uuid(), '2026-03-10', 'X', ${o.reloj.ahora()})`,
      ])
        await expect(o.oficina.enTransaccion(actor, (trx) => orden.execute(trx.bd))).rejects.toMatchObject({
          code: '42501',
        });
  });

  it('el borrador y la solicitud de una persona no existen para otra', async () => {
    const [una, otra] = [await contribuyente(o, '48'), await contribuyente(o, '48')];
    const solicitud = await responder(una.n, `${una.de}/rut/retiro-iva`, TIENDA);
    expect((await otra.n.ver(solicitud)).statusCode).toBe(404);
    expect((await otra.n.ver(solicitud.replace(una.i.titular, otra.i.titular))).statusCode).toBe(404);
    await una.n.ver(`${una.de}/rut/retiro-iva`);
    const base = String((await una.n.enviar(`${una.de}/rut/retiro-iva`)).headers.location);
    expect((await otra.n.ver(base)).statusCode).toBe(404);
    expect((await otra.n.ver(base.replace(una.i.titular, otra.i.titular))).statusCode).toBe(404);
  });
});

describe('para programas', () => {
  it('el mismo recorrido por la API deja la misma solicitud', async () => {
    const c = await contribuyente(o, '33');
    const api = o.api();
    api.token = c.i.token;
    const camino = `${c.de}/rut/retiro-inc`;
    const abierto = await api.pedir<{ borrador: string }>('POST', camino);
    expect(abierto.estado).toBe(201);
    const base = `${camino}/${abierto.cuerpo.borrador}`;
    for (const [slug, campos] of RESTAURANTE)
      expect((await api.pedir('PUT', `${base}/pasos/${slug}`, campos)).estado, slug).toBe(200);
    const fin = await api.pedir<{ solicitud: string }>('POST', `${base}/terminar`);
    expect(fin.estado).toBe(200);
    expect((await c.n.ver(`${c.de}/solicitudes/${fin.cuerpo.solicitud}`)).statusCode).toBe(200);
    const noSe = await api.pedir<{ borrador: string }>('POST', camino.replace('retiro-inc', 'cese-iva'));
    const otro = `${camino.replace('retiro-inc', 'cese-iva')}/${noSe.cuerpo.borrador}`;
    expect((await api.pedir('PUT', `${otro}/pasos/respuesta`, {})).estado).toBe(422);
    expect((await api.pedir('POST', `${otro}/terminar`)).estado).toBe(409);
    const otraVez = await api.pedir<{ solicitud: string }>('POST', `${base}/terminar`);
    expect(otraVez.cuerpo).toEqual(fin.cuerpo);
  });
});
