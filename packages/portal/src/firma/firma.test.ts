import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CONTRASENA,
  emitir,
  errorDe,
  firmar,
  navegadorDe,
  obtenerFirma,
  pedirClave,
} from '../../pruebas/firma.ts';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

const PRUEBA = '/mi-firma/prueba';
let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

async function alguien(): Promise<{ p: PersonaDePrueba; i: Inscrita }> {
  const p = persona();
  return { p, i: await inscribirPersona(o, p) };
}
async function conFirma() {
  const { p, i } = await alguien();
  return { p, i, ...(await obtenerFirma(o, i, p)) };
}
const actos = (i: Inscrita) =>
  o.consultar<{ id: string; tipo: string; radicado: string; evidencia: { factores: { factor: string }[] } }>(
    `select a.id, a.tipo, a.radicado, a.evidencia from firma.acto a join rut.titular t on t.id = a.firmante_id
     where t.id_publico = $1 order by a.firmado_en, a.id`,
    [i.titular],
  );

describe('obtener la firma', () => {
  it('acuerdo, clave dinámica, identidad y contraseña; y queda firmado el formulario 10036', async () => {
    const { p, i } = await alguien();
    const n = navegadorDe(o, i);
    expect((await n.ver('/mi-firma')).body).toContain('Obtener mi firma');
    expect((await n.ver('/mi-firma/emitir')).headers.location).toBe('/mi-firma/acuerdo');
    const { acto } = await obtenerFirma(o, i, p);
    expect(acto).toMatch(new RegExp(`^/de/${i.titular}/firmados/2026FE\\d{9}$`));
    const recibo = await n.ver(acto);
    expect(recibo.body).toContain('Formalización de la firma electrónica');
    expect(recibo.body).toContain('Estamos sellando');
    const [uno] = await actos(i);
    expect(uno?.evidencia.factores.map((f) => f.factor)).toEqual([
      'registro-de-identidad',
      'clave-dinamica',
      'contrasena',
    ]);
    const estado = await n.ver('/mi-firma');
    expect(estado.body).toContain('VIGENTE');
    // Three years and a day of margin for the time zone.
    expect(estado.body).toContain('10 de marzo de 2029');
  });

  it('el acuerdo se guarda palabra por palabra, una vez, aunque se acepte dos', async () => {
    const { i } = await alguien();
    const n = navegadorDe(o, i);
    await n.ver('/mi-firma/acuerdo');
    await n.enviar('/mi-firma/acuerdo', { acepta: 'si' });
    await n.enviar('/mi-firma/acuerdo', { acepta: 'si' });
    const filas = await o.consultar<{ texto: string; bien: boolean }>(
      `select a.texto, a.hash = sha256(convert_to(a.texto, 'UTF8')) as bien from firma.acuerdo a
       join rut.titular t on t.id = a.persona_id where t.id_publico = $1`,
      [i.titular],
    );
    expect(filas).toHaveLength(1);
    expect(filas[0]?.bien).toBe(true);
    expect(filas[0]?.texto).toContain('La oficina no conoce la contraseña');
  });

  it('sin aceptar no se sigue, y la página lo dice junto a la casilla', async () => {
    const { i } = await alguien();
    const n = navegadorDe(o, i);
    await n.ver('/mi-firma/acuerdo');
    const r = await n.enviar('/mi-firma/acuerdo');
    expect([r.statusCode, errorDe(r.body)]).toEqual([
      422,
      expect.stringContaining('debe aceptar el acuerdo'),
    ]);
  });

  it.each([
    ['la fecha no es la del documento', { 'expedicion-anio': '2015' }, 'no coincide'],
    ['una contraseña corta', { contrasena: 'corta 1', repetida: 'corta 1' }, 'al menos 12'],
    ['las contraseñas no son iguales', { repetida: 'otra cosa 123' }, 'No es igual'],
    ['otra clave dinámica', { codigo: 'ZZZZZZ' }, 'no coincide'],
    ['sin clave dinámica', { codigo: '' }, 'Escriba el código'],
    ['una fecha imposible', { 'expedicion-dia': '99' }, 'día'],
  ])('%s: 422, el mensaje junto al campo, y no hay firma', async (_que, cambio, mensaje) => {
    const { p, i } = await alguien();
    const n = navegadorDe(o, i);
    await n.ver('/mi-firma/acuerdo');
    await n.enviar('/mi-firma/acuerdo', { acepta: 'si' });
    await pedirClave(o, n, '/mi-firma/emitir');
    const r = await emitir(o, n, p, cambio);
    expect([r.statusCode, errorDe(r.body)]).toEqual([422, expect.stringContaining(mensaje)]);
    expect(r.body).not.toContain(CONTRASENA);
    expect(await actos(i)).toEqual([]);
  });

  it('renovar da otra clave y otro certificado, termina el anterior y borra su clave', async () => {
    const { p, i } = await conFirma();
    await obtenerFirma(o, i, p, 'changua los domingos 7');
    const certificados = await o.consultar<{ causal: string | null; con_clave: boolean }>(
      `select r.causal, exists (select 1 from firma.clave k where k.certificado_id = c.id) as con_clave
       from firma.certificado c left join firma.revocacion r on r.certificado_id = c.id
       join rut.titular t on t.id = c.persona_id where t.id_publico = $1 order by c.desde`,
      [i.titular],
    );
    expect(certificados).toEqual([
      { causal: 'reemplazo', con_clave: false },
      { causal: null, con_clave: true },
    ]);
  });

  it('quien murió no la obtiene', async () => {
    const { p, i } = await alguien();
    await o.identificar({ ...p.fila, fallecida_en: '2026-03-01' });
    const n = navegadorDe(o, i);
    await n.ver('/mi-firma/acuerdo');
    await n.enviar('/mi-firma/acuerdo', { acepta: 'si' });
    await pedirClave(o, n, '/mi-firma/emitir');
    const r = await emitir(o, n, p);
    expect([r.statusCode, r.body.includes('falleció')]).toEqual([422, true]);
  });
});

describe('firmar', () => {
  it('con la contraseña y la clave dinámica queda firmado, numerado y avisado, antes de que haya PDF', async () => {
    const { p, i, navegador: n } = await conFirma();
    await pedirClave(o, n, PRUEBA);
    const deprisa = await n.enviar(`${PRUEBA}/clave`, {
      canal: 'correo',
      mostrado: n.ocultos().mostrado ?? '',
    });
    expect(deprisa.body).toContain('Para volver a pedir espere 60 segundos');
    expect(deprisa.body).not.toContain('govuk-error-message');
    const otra = '0'.repeat(64);
    // For another act, where none was asked for: the same wait, and no silence.
    const paraOtra = await n.enviar(`${PRUEBA}/clave`, { canal: 'correo', mostrado: otra });
    expect(paraOtra.body).toContain('Hace un momento se pidió una clave dinámica');
    const r = await firmar(o, n, PRUEBA, p);
    expect(r.statusCode).toBe(303);
    const [, prueba] = await actos(i);
    expect(prueba?.tipo).toBe('firma.prueba');
    const sinSellar = await o.consultar(
      `select 1 from sello.documentos where contenido ->> 'acto' = $1 and sellado_en is null`,
      [prueba?.id],
    );
    expect(sinSellar).toHaveLength(1);
    const [aviso] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where destino = $1 and asunto like 'Usted firmó: Prueba%'`,
      [p.correo],
    );
    expect(aviso?.texto).toContain(prueba?.radicado);
    expect((await n.ver(`${String(r.headers.location)}/documento`)).statusCode).toBe(409);
  });

  it('lo que se ve es lo que se firma: si cambió, no se firma y se muestran las dos huellas', async () => {
    const { p, i, navegador: n } = await conFirma();
    await pedirClave(o, n, PRUEBA);
    const vista = n.ocultos().mostrado ?? '';
    const otra = 'ab'.repeat(32);
    const r = await firmar(o, n, PRUEBA, p, { mostrado: otra });
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain(otra);
    expect(r.body).toContain(vista);
    expect(await actos(i)).toHaveLength(1);
  });

  it('la clave dinámica pedida para un acto no firma otro', async () => {
    const { p, i, navegador: n } = await conFirma();
    // Asked for while the formalisation of a renewal was on screen.
    await pedirClave(o, n, '/mi-firma/emitir');
    await n.ver(PRUEBA);
    const r = await firmar(o, n, PRUEBA, p);
    expect([r.statusCode, errorDe(r.body)]).toEqual([422, expect.stringContaining('para firmar otra cosa')]);
    expect(await actos(i)).toHaveLength(1);
  });

  it('de seis intentos a la vez con la misma clave dinámica gana exactamente uno', async () => {
    const { p, i, navegador: n } = await conFirma();
    await pedirClave(o, n, PRUEBA);
    const intentos = await Promise.all(
      Array.from({ length: 6 }, (_, k) => firmar(o, n, PRUEBA, p, { _clave: `intento-distinto-${k}` })),
    );
    expect(intentos.map((r) => r.statusCode).sort()).toEqual([303, 422, 422, 422, 422, 422]);
    expect(await actos(i)).toHaveLength(2);
  });

  it('el mismo envío dos veces, también a la vez, es un solo acto', async () => {
    const { p, i, navegador: n } = await conFirma();
    await pedirClave(o, n, PRUEBA);
    const clave = { _clave: 'la-misma-de-siempre' };
    const dos = await Promise.all([firmar(o, n, PRUEBA, p, clave), firmar(o, n, PRUEBA, p, clave)]);
    const [uno, otro] = dos.map((r) => r.headers.location);
    expect(uno).toBe(otro);
    expect(await actos(i)).toHaveLength(2);
    expect((await firmar(o, n, PRUEBA, p, clave)).headers.location).toBe(uno);
  });

  it('una clave dinámica vencida, usada o de otra sesión no firma', async () => {
    const { p, i, navegador: n } = await conFirma();
    await pedirClave(o, n, PRUEBA);
    const ajena = navegadorDe(o, await inscribirPersona(o));
    await ajena.ver('/mi-firma');
    expect((await firmar(o, ajena, PRUEBA, p, { mostrado: n.ocultos().mostrado ?? '' })).statusCode).not.toBe(
      303,
    );
    o.reloj.avanzar(11 * 60_000);
    const vencida = await firmar(o, n, PRUEBA, p);
    expect([vencida.statusCode, errorDe(vencida.body)]).toEqual([422, expect.stringContaining('venció')]);
    expect(await actos(i)).toHaveLength(1);
  });

  it('tras cinco contraseñas erradas hay que esperar, y la espera crece; la buena vuelve a servir', async () => {
    const { p, i, navegador: n } = await conFirma();
    await pedirClave(o, n, PRUEBA);
    const errar = () => firmar(o, n, PRUEBA, p, { contrasena: 'no es esta 123' });
    for (let k = 0; k < 4; k++) expect(errorDe((await errar()).body)).toContain('no es la contraseña');
    expect(errorDe((await errar()).body)).toContain('Espere un minuto');
    expect(errorDe((await firmar(o, n, PRUEBA, p)).body)).toContain('Espere');
    o.reloj.avanzar(61_000);
    expect(errorDe((await errar()).body)).toContain('Espere 2 minutos');
    o.reloj.avanzar(121_000);
    expect((await firmar(o, n, PRUEBA, p)).statusCode).toBe(303);
    expect(await actos(i)).toHaveLength(2);
  });

  it('sin firma vigente no se firma, y la página dice qué hacer', async () => {
    const { p, i } = await alguien();
    const n = navegadorDe(o, i);
    await pedirClave(o, n, PRUEBA);
    const r = await firmar(o, n, PRUEBA, p);
    expect([r.statusCode, r.body.includes('No tiene una firma electrónica vigente')]).toEqual([422, true]);
  });

  it('la firma de tres años atrás ya venció', async () => {
    const { p, navegador: n } = await conFirma();
    o.reloj.avanzar(10_000);
    await o.consultar(`alter table firma.certificado disable trigger inmutable`);
    await o.consultar(
      `update firma.certificado c set hasta = $1 from rut.version v
       where v.titular_id = c.persona_id and v.registro #>> '{ubicacion,correo}' = $2`,
      [new Date(o.reloj.ahora().getTime() - 1000), p.correo],
    );
    await o.consultar(`alter table firma.certificado enable trigger inmutable`);
    expect((await n.ver('/mi-firma')).body).toContain('venció');
    await pedirClave(o, n, PRUEBA);
    expect((await firmar(o, n, PRUEBA, p)).statusCode).toBe(422);
  });
});

describe('correo cambiado hace poco', () => {
  it('la firma sigue, pero por 72 horas la clave dinámica no va a ese correo; el celular sirve', async () => {
    const { p, i, navegador: n } = await conFirma();
    await o.consultar(
      `insert into rut.version (id, titular_id, numero, formulario, concepto, registro, radicado, hash, creada_en)
       select gen_random_uuid(), v.titular_id, 2, '001900000001', '02',
         jsonb_set(v.registro, '{ubicacion,correo}', '"otro.correo@ejemplo.co"'), '2026RU900000001', v.hash, $2
       from rut.version v join rut.titular t on t.id = v.titular_id where t.id_publico = $1`,
      [i.titular, o.reloj.ahora()],
    );
    const pagina = await n.ver(PRUEBA);
    expect(pagina.body).toContain('Su correo registrado cambió');
    expect(pagina.body).toContain('Su firma sigue vigente');
    expect((await pedirClave(o, n, PRUEBA, 'correo')).statusCode).toBe(422);
    expect((await pedirClave(o, n, PRUEBA, 'sms')).statusCode).toBe(303);
    const r = await firmar(o, n, PRUEBA, p, { codigo: await o.codigo(p.telefono) });
    expect(r.statusCode).toBe(303);
  });
});

describe('cambiar la contraseña y terminar', () => {
  it('la anterior deja de servir y la nueva firma', async () => {
    const { p, navegador: n } = await conFirma();
    const nueva = 'changua los domingos 7';
    await n.ver('/mi-firma/contrasena');
    const mal = await n.enviar('/mi-firma/contrasena', {
      actual: 'no es 12345',
      contrasena: nueva,
      repetida: nueva,
    });
    expect([mal.statusCode, errorDe(mal.body)]).toEqual([
      422,
      expect.stringContaining('no es la contraseña'),
    ]);
    const bien = await n.enviar('/mi-firma/contrasena', {
      actual: CONTRASENA,
      contrasena: nueva,
      repetida: nueva,
    });
    expect(bien.headers.location).toBe('/mi-firma?hecho=contrasena');
    expect((await n.seguir()).body).toContain('Su contraseña cambió');
    await pedirClave(o, n, PRUEBA);
    expect((await firmar(o, n, PRUEBA, p)).statusCode).toBe(422);
    expect((await firmar(o, n, PRUEBA, p, { contrasena: nueva })).statusCode).toBe(303);
  });

  it('terminada no firma, está en la lista de revocados con su motivo, y openssl la rechaza', async () => {
    const { p, i, navegador: n } = await conFirma();
    await n.ver('/mi-firma/terminar');
    expect((await n.enviar('/mi-firma/terminar')).statusCode).toBe(422);
    expect((await n.enviar('/mi-firma/terminar', { causal: 'compromiso' })).statusCode).toBe(303);
    await pedirClave(o, n, PRUEBA);
    expect((await firmar(o, n, PRUEBA, p)).statusCode).toBe(422);
    o.reloj.avanzar(61_000);
    const [{ pem } = { pem: '' }] = await o.consultar<{ pem: string }>(
      `select c.pem from firma.certificado c join rut.titular t on t.id = c.persona_id where t.id_publico = $1`,
      [i.titular],
    );
    const lista = (await o.navegador().ver('/firma/revocados.crl')).rawPayload;
    const ca = (await o.navegador().ver('/verificar/autoridad.pem')).body;
    const carpeta = mkdtempSync(join(tmpdir(), 'autogestion-firma-'));
    const guardar = (nombre: string, que: string | Buffer) => {
      writeFileSync(join(carpeta, nombre), que);
      return join(carpeta, nombre);
    };
    const der = guardar('lista.crl', lista);
    spawnSync('openssl', ['crl', '-inform', 'DER', '-in', der, '-out', join(carpeta, 'lista.pem')]);
    const dicho = spawnSync(
      'openssl',
      [
        ...[
          'verify',
          '-crl_check',
          '-purpose',
          'smimesign',
          '-attime',
          String(o.reloj.ahora().getTime() / 1000),
        ],
        ...['-CAfile', guardar('ca.pem', ca), '-CRLfile', join(carpeta, 'lista.pem')],
        guardar('hoja.pem', pem),
      ],
      { encoding: 'utf8' },
    );
    expect(dicho.stderr).toContain('certificate revoked');
    const texto = spawnSync('openssl', ['crl', '-inform', 'DER', '-in', der, '-noout', '-text'], {
      encoding: 'utf8',
    });
    expect(texto.stdout).toContain('Key Compromise');
  });

  it('el RUT cancelado y la muerte la terminan de oficio', async () => {
    const cancelada = await conFirma();
    const fallecida = await conFirma();
    const sigue = await conFirma();
    await o.consultar(
      `insert into rut.cambio_estado select gen_random_uuid(), t.id, 'cancelado', $2::date, 'acto', $2 from rut.titular t where t.id_publico = $1`,
      [cancelada.i.titular, o.reloj.ahora()],
    );
    await pedirClave(o, cancelada.navegador, PRUEBA);
    expect((await firmar(o, cancelada.navegador, PRUEBA, cancelada.p)).body).toContain(
      'Su RUT está cancelado',
    );
    await o.identificar({ ...fallecida.p.fila, fallecida_en: '2026-03-09' });
    await o.ejecutarTrabajo('firma.terminar-de-oficio');
    await o.ejecutarTrabajo('firma.terminar-de-oficio');
    const causales = await o.consultar<{ id_publico: string; causal: string }>(
      `select t.id_publico, r.causal from firma.revocacion r join firma.certificado c on c.id = r.certificado_id
       join rut.titular t on t.id = c.persona_id where r.causal in ('cancelacion-rut', 'fallecimiento')`,
    );
    expect(causales).toHaveLength(2);
    expect(causales).toEqual(
      expect.arrayContaining([
        { id_publico: cancelada.i.titular, causal: 'cancelacion-rut' },
        { id_publico: fallecida.i.titular, causal: 'fallecimiento' },
      ]),
    );
    expect((await sigue.navegador.ver('/mi-firma')).body).toContain('VIGENTE');
  });
});

describe('¿podría firmar lo que le vence?', () => {
  const mensajes = (p: PersonaDePrueba) =>
    o.consultar<{ asunto: string; texto: string }>(
      `select asunto, texto from plataforma.mensaje where destino = $1 and asunto like any ($2) order by creado_en, id`,
      [p.correo, ['Prepare su firma%', 'Su firma está lista%']],
    );

  it('la portada de la persona lo dice, y con un toque se prueba sin presentar nada', async () => {
    const { i, p } = await alguien();
    // IVA: of two or four months, which its RUT alone does not say.
    await conResponsabilidad(i, '48');
    const n = navegadorDe(o, i);
    const antes = await n.ver(`/de/${i.titular}`);
    expect(antes.body).toContain('Todavía no tiene firma electrónica');
    await obtenerFirma(o, i, p);
    const despues = await n.ver(`/de/${i.titular}`);
    expect(despues.body).toContain('Hoy podría firmarlo');
    expect(despues.body).toContain('href="/mi-firma/prueba"');
    expect((await n.ver(`/de/${i.titular}/vencimientos`)).body).toContain('POR CONFIRMAR');
  });

  it('y un correo, una vez por cada aviso, aunque el trabajo corra dos veces', async () => {
    const { i, p } = await alguien();
    await conResponsabilidad(i, '48');
    await o.ejecutarTrabajo('firma.avisar-aptitud');
    await o.ejecutarTrabajo('firma.avisar-aptitud');
    const enviados = await mensajes(p);
    expect(enviados.length).toBeGreaterThan(0);
    expect(new Set(enviados.map((m) => m.texto)).size).toBe(enviados.length);
    expect(enviados[0]?.asunto).toContain('Prepare su firma');
    expect(enviados[0]?.texto).toContain('Todavía no tiene firma electrónica');
    expect(enviados[0]?.texto).toContain('por confirmar');
    expect(enviados[0]?.texto).toContain('/mi-firma/prueba');
  });
});

/** Adds a responsibility to box 53 of somebody already registered. */
async function conResponsabilidad(i: Inscrita, codigo: string): Promise<void> {
  await o.consultar(
    `insert into rut.version (id, titular_id, numero, formulario, concepto, registro, radicado, hash, creada_en)
     select gen_random_uuid(), v.titular_id, 2, '0018' || substr(v.formulario, 5), '02',
       jsonb_set(v.registro, '{clasificacion,responsabilidades}', (v.registro #> '{clasificacion,responsabilidades}') || to_jsonb($2::text)),
       '2026RU8' || substr(v.radicado, 8), v.hash, $3
     from rut.version v join rut.titular t on t.id = v.titular_id where t.id_publico = $1`,
    [i.titular, codigo, o.reloj.ahora()],
  );
}
