import type { RegistroRut } from '@autogestion/normas/rut';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aceptar,
  atender,
  darResponsabilidades,
  llenar,
  registrada,
  type Paso,
} from '../../../pruebas/asistidos.ts';
import { conContrasena, entrarConCodigo, funcionario, intentar, CLAVE } from '../../../pruebas/cuentas.ts';
import {
  comprobarIdentidad,
  fechaEnCampos,
  hastaIdentidad,
  nombresDe,
  PASOS_FINALES,
  persona,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let mesa: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  mesa = (await funcionario(o, { usuario: 'luz', roles: ['mesa-rut'] })).n;
});
afterAll(() => o.cerrar());

const versionDe = async (numero: string) =>
  (
    await o.consultar<{ numero: number; concepto: string; registro: RegistroRut }>(
      `select v.numero, v.concepto, v.registro from rut.versiones v join rut.titular t on t.id = v.titular_id
       where t.numero_documento = $1 and v.vigente`,
      [numero],
    )
  )[0];

const deLaPersona = (p: PersonaDePrueba): Paso[] => [
  ['tratamiento-datos', { acepta: 'si' }],
  ['documento', { tipo: p.fila.tipo_documento, numero: p.fila.numero }],
  ['nombres', nombresDe(p)],
  ['fecha-expedicion', fechaEnCampos('2014-03-27')],
  ['lugar-expedicion', { municipio: '11001' }],
  ['identidad-vista', { vista: 'si', ...fechaEnCampos('1990-05-04') }],
  ['correo', { correo: p.correo }],
  ['telefono', { telefono: p.telefono }],
];

describe('inscripción de quien el registro de identidad no conoce', () => {
  it('la solicitud que quedó tras tres fallas trae lo que la persona había dicho; con su código queda inscrita', async () => {
    const p = persona();
    const b = await hastaIdentidad(o, p);
    for (let i = 0; i < 3; i++) await comprobarIdentidad(b, '2014-03-27');
    const lista = await mesa.ver('/mesa/asistidos');
    const radicado = /name="radicado" value="(\d{4}RA\d{9})"/.exec(lista.body)?.[1] ?? '';
    expect(radicado).not.toBe('');
    await mesa.enviar('/mesa/asistidos/inscripcion', { radicado });
    const base = mesa.pagina?.headers.location ?? '';
    expect((await mesa.ver(`${base}/tratamiento-datos`)).statusCode).toBe(200);
    await mesa.enviar(`${base}/tratamiento-datos`, { acepta: 'si' });
    expect((await mesa.ver(`${base}/nombres`)).body).toContain('value="Muñoz"');
    const acto = await llenar(mesa, [...deLaPersona(p).slice(4), ...PASOS_FINALES], base);
    expect((await mesa.ver(acto)).body).toContain('Inscripción en el RUT');
    expect(await versionDe(p.fila.numero)).toBeUndefined();
    expect((await aceptar(o, mesa, acto, p.correo)).headers.location).toBe(acto);
    expect((await mesa.seguir()).body).toContain('Quedó hecho');
    expect(await versionDe(p.fila.numero)).toMatchObject({ numero: 1, concepto: '01' });
    expect((await mesa.ver('/mesa/asistidos')).body).not.toContain(radicado);
    await o.trabajar();
    const enviados = await o.consultar<{ asunto: string; adjuntos: unknown[] }>(
      `select asunto, adjuntos from plataforma.mensaje where destino = $1 and adjuntos <> '[]' order by asunto`,
      [p.correo],
    );
    expect(enviados.map((m) => m.asunto)).toEqual([
      'Quedó hecho: Inscripción en el RUT',
      'Su RUT quedó inscrito',
    ]);
    const n = await entrarConCodigo(o, p);
    expect(n.pagina?.statusCode).toBe(303);
  });

  it('sin solicitud también, y con un código que no es no pasa nada', async () => {
    const p = persona();
    await mesa.ver('/mesa/asistidos');
    await mesa.enviar('/mesa/asistidos/inscripcion');
    const acto = await llenar(mesa, [...deLaPersona(p), ...PASOS_FINALES]);
    await mesa.ver(acto);
    await mesa.enviar(`${acto}/codigo`);
    const r = await mesa.enviar(acto, { codigo: 'AAAAAA' });
    expect([r.statusCode, r.body.includes('El código no coincide')]).toEqual([422, true]);
    expect(await versionDe(p.fila.numero)).toBeUndefined();
    await mesa.enviar(acto, { codigo: await o.codigo(p.correo) });
    expect(await versionDe(p.fila.numero)).toBeDefined();
  });

  it('de quien ya está en el RUT, o es menor, se dice al lado del campo', async () => {
    const ya = await registrada(o);
    await mesa.ver('/mesa/asistidos');
    await mesa.enviar('/mesa/asistidos/inscripcion');
    await expect(llenar(mesa, deLaPersona(ya).slice(0, 2))).rejects.toThrow('Ya hay alguien inscrito');
    await mesa.ver('/mesa/asistidos');
    await mesa.enviar('/mesa/asistidos/inscripcion');
    const menor = deLaPersona(persona()).map(([s, c]): Paso =>
      s === 'identidad-vista' ? [s, { ...c, ...fechaEnCampos('2015-05-04') }] : [s, c],
    );
    await expect(llenar(mesa, menor)).rejects.toThrow('Es menor de edad');
  });
});

describe('quitar responsabilidades', () => {
  it('el mensaje del código dice todo lo que acepta; aceptado, hay versión nueva, constancia y rastro', async () => {
    const p = await registrada(o);
    await darResponsabilidades(o, p, ['05', '52']);
    await atender(mesa, 'responsabilidades', p);
    const acto = await llenar(mesa, [
      ['codigos', { codigos: ['52'] }],
      ['motivo', { motivo: 'Cerró el establecimiento en enero.' }],
    ]);
    await mesa.ver(acto);
    await mesa.enviar(`${acto}/codigo`);
    const [mensaje] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where destino = $1 order by creado_en desc, id desc limit 1`,
      [p.correo],
    );
    expect(mensaje?.texto).toContain('Casilla 53');
    expect(mensaje?.texto).toMatch(/Dice: 05 [^\n]+; 52 [^\n]+\n\s*Dirá: 05 [^;\n]+\n/);
    expect(mensaje?.texto).toContain('Cerró el establecimiento');
    await mesa.enviar(acto, { codigo: await o.codigo(p.correo) });
    const v = await versionDe(p.fila.numero);
    expect([v?.concepto, v?.registro.clasificacion.responsabilidades]).toEqual(['02', ['05']]);
    const [rastro] = await o.consultar<{ actor: string; datos: Record<string, string> }>(
      `select actor, datos from plataforma.auditoria where accion = 'tramites-rut.acto-asistido' order by ocurrio_en desc limit 1`,
    );
    expect(rastro?.actor).toMatch(/^funcionario:/);
    const [guardado] = await o.consultar<{ hash: string }>(
      `select encode(presentado_hash, 'hex') as hash from tramites_rut.acto_asistido where id_publico = $1`,
      [acto.split('/').at(-1)],
    );
    expect(rastro?.datos).toMatchObject({ clase: 'responsabilidades', presentado: guardado?.hash });
    await o.trabajar();
    await o.trabajar();
    const constancias = await o.consultar(
      `select 1 from plataforma.mensaje where destino = $1 and asunto like 'Quedó hecho%'`,
      [p.correo],
    );
    expect(constancias).toHaveLength(1);
    // Twice is once.
    await mesa.ver(acto);
    expect((await mesa.enviar(acto, { codigo: 'AAAAAA' })).headers.location).toBe(acto);
    expect((await versionDe(p.fila.numero))?.numero).toBe(v?.numero);
  });

  it('lo que tiene trámite propio o dio un acto no está para quitar, aunque el formulario lo mande', async () => {
    const p = await registrada(o);
    await darResponsabilidades(o, p, ['05', '48', '52']);
    await atender(mesa, 'responsabilidades', p);
    const base = mesa.pagina?.headers.location ?? '';
    const pagina = await mesa.ver(`${base}/codigos`);
    expect(pagina.body).not.toContain('value="48"');
    const r = await mesa.enviar(`${base}/codigos`, { codigos: ['48'] });
    expect([r.statusCode, r.body.includes('El código 48 no se puede quitar por aquí')]).toEqual([422, true]);
  });

  it('si el RUT cambió entre presentar y aceptar, no se hace y se dice', async () => {
    const p = await registrada(o);
    await darResponsabilidades(o, p, ['05', '52']);
    await atender(mesa, 'responsabilidades', p);
    const acto = await llenar(mesa, [
      ['codigos', { codigos: ['52'] }],
      ['motivo', { motivo: 'Ya no la tiene.' }],
    ]);
    await darResponsabilidades(o, p, ['05', '52', '14']);
    const r = await aceptar(o, mesa, acto, p.correo);
    expect([r.statusCode, r.body.includes('cambió después de que usted preparó')]).toEqual([409, true]);
    expect((await versionDe(p.fila.numero))?.registro.clasificacion.responsabilidades).toEqual([
      '05',
      '52',
      '14',
    ]);
  });
});

describe('datos de identificación', () => {
  it('cambian nombres y documento, el NIT queda, y se entra con el documento nuevo', async () => {
    const p = await registrada(o);
    const antes = await versionDe(p.fila.numero);
    await atender(mesa, 'identificacion', p);
    const nueva = { ...p, fila: { ...p.fila, tipo_documento: '48', numero: `77${p.fila.numero.slice(-7)}` } };
    const acto = await llenar(mesa, [
      ['documento', { tipo: '48', numero: nueva.fila.numero }],
      ['nombres', { ...nombresDe(p), primerNombre: 'Zulema' }],
      ['fecha-expedicion', fechaEnCampos('2020-02-29')],
      ['lugar-expedicion', { municipio: '' }],
      ['identidad-vista', { vista: 'si' }],
    ]);
    await aceptar(o, mesa, acto, p.correo);
    const v = await versionDe(nueva.fila.numero);
    expect(v?.registro.nit).toBe(antes?.registro.nit);
    expect(v?.registro.identificacion).toMatchObject({
      primerNombre: 'ZULEMA',
      fechaExpedicion: '2020-02-29',
    });
    expect((await entrarConCodigo(o, nueva)).pagina?.headers.location).toMatch(/^\/de\//);
  });

  it('con el documento de otra persona inscrita no se hace', async () => {
    const [p, otra] = [await registrada(o), await registrada(o)];
    await atender(mesa, 'identificacion', p);
    const acto = await llenar(mesa, [
      ['documento', { tipo: '13', numero: otra.fila.numero }],
      ['nombres', nombresDe(p)],
      ['fecha-expedicion', fechaEnCampos('2014-03-27')],
      ['lugar-expedicion', { municipio: '11001' }],
      ['identidad-vista', { vista: 'si' }],
    ]);
    const r = await aceptar(o, mesa, acto, p.correo);
    expect([r.statusCode, r.body.includes('Ya hay alguien inscrito con ese documento')]).toEqual([409, true]);
    expect((await versionDe(p.fila.numero))?.numero).toBe(1);
  });
});

describe('calidades aduaneras', () => {
  it('agregar una pone también el código 10 de la casilla 53', async () => {
    const p = await registrada(o);
    await darResponsabilidades(o, p, ['05']);
    await atender(mesa, 'calidades-aduaneras', p);
    const acto = await llenar(mesa, [
      ['calidades', { codigos: ['22'] }],
      ['acto', { acto: 'Resolución 12 del 3 de febrero de 2026.' }],
    ]);
    await aceptar(o, mesa, acto, p.correo);
    expect((await versionDe(p.fila.numero))?.registro.clasificacion).toMatchObject({
      usuariosAduaneros: ['22'],
      responsabilidades: ['05', '10'],
    });
  });
});

describe('recuperar el acceso', () => {
  it('el código va al correo nuevo, la contraseña anterior no sirve, y desde el correo anterior se deshace', async () => {
    const p = await registrada(o);
    const { n } = await conContrasena(o, p);
    await atender(mesa, 'acceso', p);
    const nuevo = `nuevo.${p.correo}`;
    const acto = await llenar(mesa, [
      ['identidad-vista', { vista: 'si' }],
      ['correo', { correo: nuevo }],
      ['factores', { perdio: 'no' }],
    ]);
    await aceptar(o, mesa, acto, nuevo);
    expect((await versionDe(p.fila.numero))?.registro.ubicacion.correo).toBe(nuevo);
    expect((await n.ver('/cuenta')).headers.location).toBe('/entrar');
    expect((await intentar(o.navegador(), p, CLAVE)).statusCode).toBe(422);
    expect((await entrarConCodigo(o, { ...p, correo: nuevo })).pagina?.headers.location).toMatch(/^\/de\//);
    const [aviso] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where destino = $1 and texto like '%/deshacer%'`,
      [p.correo],
    );
    const codigo = /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/m.exec(aviso?.texto ?? '')?.[0] ?? '';
    const otra = o.navegador();
    await otra.ver('/deshacer');
    expect((await otra.enviar('/deshacer', { codigo })).statusCode).toBe(303);
    expect((await versionDe(p.fila.numero))?.registro.ubicacion.correo).toBe(p.correo);
  });

  it('con un correo que ya es de otra persona no se sigue', async () => {
    const [p, otra] = [await registrada(o), await registrada(o)];
    await atender(mesa, 'acceso', p);
    await expect(
      llenar(mesa, [
        ['identidad-vista', { vista: 'si' }],
        ['correo', { correo: otra.correo }],
      ]),
    ).rejects.toThrow('ya es de otra persona');
  });
});

describe('quién atiende', () => {
  it('nadie se atiende a sí mismo; quien no está en el RUT se dice al lado del número', async () => {
    const p = await registrada(o);
    const { n } = await funcionario(o, { usuario: 'de.su.mismo', roles: ['video'], numero: p.fila.numero });
    const r = await atender(n, 'responsabilidades', p);
    expect([r.statusCode, r.body.includes('no puede atenderse a sí mismo')]).toEqual([403, true]);
    const nadie = await atender(mesa, 'acceso', persona());
    expect([nadie.statusCode, nadie.body.includes('Nadie está inscrito')]).toEqual([422, true]);
  });

  it('ni se inscribe a sí mismo', async () => {
    const p = persona();
    const { n } = await funcionario(o, { usuario: 'sin.rut', roles: ['mesa-rut'], numero: p.fila.numero });
    await n.ver('/mesa/asistidos');
    await n.enviar('/mesa/asistidos/inscripcion');
    await expect(llenar(n, [...deLaPersona(p), ...PASOS_FINALES])).rejects.toThrow('revision: 403');
  });

  it('otro funcionario no ve ni acepta lo que no presentó, y quien no atiende no entra', async () => {
    const p = await registrada(o);
    await darResponsabilidades(o, p, ['05', '52']);
    await atender(mesa, 'responsabilidades', p);
    const acto = await llenar(mesa, [
      ['codigos', { codigos: ['52'] }],
      ['motivo', { motivo: 'Ya no la tiene.' }],
    ]);
    const { n: otro } = await funcionario(o, { usuario: 'otro.mesa', roles: ['mesa-rut'] });
    expect((await otro.ver(acto)).statusCode).toBe(404);
    const { n: chat } = await funcionario(o, { usuario: 'de.chat', roles: ['chat'] });
    expect((await chat.ver('/mesa/asistidos')).statusCode).toBe(403);
    expect((await o.navegador().ver(acto)).headers.location).toBe('/mesa/entrar');
  });

  it('la persona ve quién abrió su RUT y qué se hizo', async () => {
    const p = await registrada(o);
    await atender(mesa, 'acceso', p);
    const { n, titular } = await conContrasena(o, p);
    expect((await n.ver(`/de/${titular}/actividad`)).body).toContain('Abrió su RUT para atenderle');
  });
});
