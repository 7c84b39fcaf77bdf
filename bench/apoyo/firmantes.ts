import { randomUUID } from 'node:crypto';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { fecha } from '@autogestion/normas/fechas';
import { aceptarAcuerdo } from '../../packages/portal/src/firma/acuerdo.ts';
import { actoDePrueba, PRUEBA } from '../../packages/portal/src/firma/actos-propios.ts';
import { pedirClaveDinamica } from '../../packages/portal/src/firma/clave-dinamica.ts';
import { emitirFirma, formalizacionDe } from '../../packages/portal/src/firma/emitir-firma.ts';
import type { EntornoFirma } from '../../packages/portal/src/firma/entorno.ts';
import { firmarActo, presentarActo } from '../../packages/portal/src/firma/firmar-acto.ts';
import {
  abrirSesion,
  ANONIMO,
  type Actor,
  type EnTransaccion,
  type Sesion,
} from '../../packages/portal/src/plataforma/index.ts';
import { inscribir } from '../../packages/portal/src/rut/inscribir.ts';
import type { Base } from './base.ts';

export const CONTRASENA = 'arepa con 2 quesos';

/** Somebody fictional with a signature in force. */
export interface FirmanteDePrueba {
  persona: string;
  registro: RegistroRut;
  sesion: Sesion;
  actor: Actor;
}

export interface Mesa {
  base: Base;
  enTransaccion: EnTransaccion;
  comoPropietario: EnTransaccion;
  reloj: { avanzar(ms: number): void };
  firma: EntornoFirma;
}

/** Registers a person and gives them a signature, through the use cases and without pages. */
export async function firmanteNuevo(m: Mesa, n: number): Promise<FirmanteDePrueba> {
  const registro = registroDe(n);
  const sistema: Actor = { tipo: 'sistema', trabajo: 'medicion' };
  const { titular: persona } = await m.comoPropietario(sistema, (trx) =>
    inscribir(trx, { registro, demostracion: true, correoUnico: true, entregarCopia: false }),
  );
  const sesion = await m.enTransaccion(ANONIMO, (trx) => abrirSesion(trx, 'navegador', persona));
  const actor: Actor = { tipo: 'persona', persona, sesion: sesion.id };
  await m.enTransaccion(actor, (trx) => aceptarAcuerdo(trx, { persona, sesion: sesion.id }));
  const firmante = { persona, registro, sesion, actor };
  const { mostrado } = await m.enTransaccion(actor, (trx) => formalizacionDe(trx, registro));
  const codigo = await claveDe(m, firmante, mostrado);
  const emitida = await m.enTransaccion(actor, (trx) =>
    emitirFirma(trx, m.firma, {
      ...firmante,
      identidadComprobada: true,
      contrasena: CONTRASENA,
      codigo,
      mostrado,
      clave: randomUUID(),
    }),
  );
  if (!emitida.ok) throw new Error(emitida.mensaje);
  return firmante;
}

/** A signature ready to be made: the key is asked for and read; calling it signs. */
export async function firmaPreparada(m: Mesa, f: FirmanteDePrueba): Promise<() => Promise<void>> {
  const acto = actoDePrueba(f.registro);
  const { mostrado } = await m.enTransaccion(f.actor, (trx) => presentarActo(trx, PRUEBA, acto));
  const codigo = await claveDe(m, f, mostrado);
  return async () => {
    const r = await m.enTransaccion(f.actor, (trx) =>
      firmarActo(trx, m.firma, {
        tipo: PRUEBA,
        titular: f.persona,
        acto,
        mostrado,
        contrasena: CONTRASENA,
        factor: { tipo: 'clave-dinamica', codigo },
        sesion: f.sesion,
        clave: randomUUID(),
      }),
    );
    if (!r.ok) throw new Error(r.mensaje);
  };
}

/** Asks for a dynamic key for what would be signed, and reads it. */
export async function claveDe(m: Mesa, f: FirmanteDePrueba, mostrado: string): Promise<string> {
  const pedida = await m.enTransaccion(f.actor, (trx) =>
    pedirClaveDinamica(trx, m.firma, { sesion: f.sesion, canal: 'correo', mostrado, titulo: 'Medición' }),
  );
  if (!pedida.ok || pedida.espere) throw new Error('The dynamic key was not sent');
  const [mensaje] = await m.base.sql<{ texto: string }>(
    `select texto from plataforma.mensaje where destino = $1 and texto like 'Su clave dinámica%'
     order by creado_en desc, id desc limit 1`,
    [f.registro.ubicacion.correo],
  );
  return /es ([0-9A-Z]{6})\./.exec(mensaje?.texto ?? '')?.[1] ?? '';
}

function registroDe(n: number): RegistroRut {
  const nit = String(1_990_600_000 + n);
  return {
    tipoContribuyente: '2',
    nit,
    dv: digitoDeVerificacion(nit),
    seccional: '32',
    identificacion: {
      tipoDocumento: '13',
      numero: nit,
      primerApellido: 'Medida',
      segundoApellido: 'Ficticia',
      primerNombre: `Persona ${n}`,
    },
    ubicacion: {
      pais: '169',
      municipio: '11001',
      direccion: 'CL 1 2 3',
      correo: `medida${n}@pruebas.example`,
    },
    clasificacion: {
      actividadPrincipal: { codigo: '5613', desde: fecha('2024-01-15') },
      otrasActividades: [],
      establecimientos: 0,
      responsabilidades: ['49'],
      usuariosAduaneros: [],
    },
  };
}
