import { createHash } from 'node:crypto';
import { fechaEnBogota, type Fecha } from '@autogestion/normas/fechas';
import { nombreLegible } from '@autogestion/normas/texto';
import { sql } from 'kysely';
import { llamada, type Transaccion } from '../../plataforma/index.ts';

export interface Actuacion {
  cuando: Date;
  /** Tells apart who did it in an address, without saying who it is. */
  quien: string;
  /** Kind of actor: who did it, or for whom it was done by whom. */
  clase: 'usted' | 'otra-persona' | 'funcionario' | 'oficina';
  nombre: string;
  que: string;
}

/** What each action of the audit is called for whom it concerns. Those of rooms that are not here show their code. */
const NOMBRES: Readonly<Record<string, string>> = {
  'cuentas.entrar': 'Entró',
  'cuentas.entrada-fallida': 'Alguien escribió su documento con una contraseña que no es',
  'cuentas.confirmar': 'Confirmó otra vez quién es',
  'cuentas.cerrar-sesiones': 'Cerró sesiones',
  'cuentas.cambiar-contrasena': 'Cambió la contraseña',
  'cuentas.poner-autenticador': 'Puso una aplicación de códigos',
  'cuentas.quitar-autenticador': 'Quitó la aplicación de códigos',
  'cuentas.hacer-codigos': 'Hizo códigos de recuperación',
  'cuentas.poner-llave': 'Puso una llave de acceso',
  'cuentas.quitar-llave': 'Quitó una llave de acceso',
  'cuentas.mirar-nombre': 'Miró de quién es un documento, para autorizarlo',
  'cuentas.delegar': 'Autorizó a otra persona',
  'cuentas.terminar-delegacion': 'Terminó una autorización',
  'cuentas.cambiar-contacto': 'Cambió el correo o el celular',
  'cuentas.recuperar-acceso': 'Recuperó su acceso con un funcionario',
  'cuentas.deshacer-contacto': 'Se deshizo un cambio de correo o celular',
  'vencimientos.decir-ingresos': 'Dijo si los ingresos de un año llegaron al tope del IVA',
  'firma.aceptar-acuerdo': 'Aceptó el acuerdo de la firma electrónica',
  'firma.emitir-certificado': 'Obtuvo o renovó la firma electrónica',
  'firma.cambiar-contrasena': 'Cambió la contraseña de la firma',
  'firma.contrasena-errada': 'Escribió una contraseña de la firma que no es',
  'firma.firmar-acto': 'Firmó',
  'firma.descargar-firmado': 'Descargó un documento firmado',
  'firma.terminar': 'Terminó la firma electrónica',
  'tramites.preparar-solicitud': 'Dejó lista una solicitud',
  'tramites.quitar-documento': 'Quitó un documento de una solicitud',
  'tramites.subir-documento': 'Subió un documento a una solicitud',
  'tramites.radicar': 'Radicó un trámite',
  'tramites.consultar-caso': 'Miró un trámite suyo, con su RUT',
  'tramites.ver-en-cola': 'Vio en su lista de trabajo que usted tiene un trámite',
  'tramites.buscar-casos': 'Buscó sus trámites',
  'tramites.asignar-caso': 'Tomó un trámite suyo para atenderlo',
  'tramites.liberar-caso': 'Devolvió un trámite suyo a la cola',
  'tramites.trasladar-caso': 'Pasó un trámite suyo a otra dependencia',
  'tramites.escribir-mensaje': 'Escribió en un trámite',
  'tramites.anotar-nota': 'Escribió una nota interna en un trámite suyo',
  'tramites.requerir': 'Pidió completar un trámite',
  'tramites.completar': 'Completó un trámite',
  'tramites.verificar-hecho': 'Verificó algo para un trámite',
  'tramites.devolver-caso': 'Devolvió un trámite por requisitos',
  'tramites.enviar-otra-vez': 'Envió otra vez lo que no le había llegado de un trámite',
  'tramites.notificar-de-otro-modo': 'Anotó que le notificó un trámite por otro medio',
  'tramites.proyectar-decision': 'Preparó la decisión de un trámite',
  'tramites.objetar-decision': 'No confirmó la decisión de un trámite',
  'tramites.decidir-caso': 'Decidió un trámite',
  'tramites.desistir': 'Retiró un trámite',
  'tramites.descargar-documento': 'Descargó un documento de un trámite',
  'obligaciones.buscar-pago': 'Buscó un pago que no aparecía',
  'obligaciones.abonar-pago': 'Abonó un pago a otra deuda suya',
  'obligaciones.consultar': 'Miró sus obligaciones y pagos, con una razón escrita',
  'obligaciones.mover-pago': 'Pasó un pago suyo a otra obligación',
  'obligaciones.proponer-acto': 'Preparó un cambio en sus obligaciones',
  'obligaciones.confirmar-acto': 'Confirmó un cambio en sus obligaciones',
  'obligaciones.no-confirmar-acto': 'No confirmó un cambio en sus obligaciones',
  'plataforma.actuar-por': 'Abrió una página o hizo algo en su nombre',
  'tramites-rut.acto-asistido': 'Hizo con un funcionario un trámite que usted aceptó',
  'tramites-rut.atender-con-asistencia': 'Abrió su RUT para atenderle',
  'tramites-rut.abrir-de-oficio': 'Abrió su RUT para un acto de la oficina',
  'tramites-rut.presentar-acto-asistido': 'Preparó algo para que usted lo acepte',
  'rut.inscribir': 'Se inscribió en el RUT',
  'rut.actualizar': 'Actualizó el RUT',
  'rut.cambiar-estado': 'Cambió el estado del RUT',
  'rut.descargar-copia': 'Descargó una copia del RUT',
  'sello.emitir-documento': 'Se expidió un documento',
  'sello.sellar-documento': 'Se selló un documento',
};

/** What the office does by itself after somebody asked, which is told already. */
const RUIDO: ReadonlySet<string> = new Set(['sello.sellar-documento']);

const huella = (actor: string): string => createHash('sha256').update(actor).digest('hex').slice(0, 12);

interface Fila {
  ocurrio_en: Date;
  actor: string;
  nombre: string | null;
  accion: string;
}

/** What was done with the data of the taxpayer of the transaction, newest first. */
export async function actividad(
  trx: Transaccion,
  antes: Date,
  limite: number,
): Promise<{ filas: Actuacion[]; siguiente: Date | undefined }> {
  const { rows } = await sql<Fila>`select ocurrio_en, actor, nombre, accion
    from ${llamada('cuentas.actividad', { antes, limite })}`.execute(trx.bd);
  const yo = trx.actor.tipo === 'persona' ? trx.actor.persona : '';
  const filas = rows.flatMap((f): Actuacion[] => {
    if (RUIDO.has(f.accion)) return [];
    const { clase, nombre } = quienFue(f, yo);
    const quien = clase === 'otra-persona' || clase === 'funcionario' ? huella(f.actor) : clase;
    return [{ cuando: f.ocurrio_en, que: NOMBRES[f.accion] ?? 'Otra acción', clase, nombre, quien }];
  });
  return { filas, siguiente: rows.length === limite ? rows.at(-1)?.ocurrio_en : undefined };
}

function quienFue({ actor, nombre, accion }: Fila, yo: string): Pick<Actuacion, 'clase' | 'nombre'> {
  // Who registers or comes in is still a visitor while that is written: by then they proved who they are.
  const entrando = actor.startsWith('visitante:') && accion !== 'cuentas.entrada-fallida';
  const propio =
    accion === 'cuentas.entrar' || (accion === 'rut.inscribir' && !actor.startsWith('funcionario:'));
  if (entrando || propio) return { clase: 'usted', nombre: 'Usted' };
  if (actor.startsWith(`persona:${yo}`)) return { clase: 'usted', nombre: 'Usted' };
  if (actor.startsWith('persona:'))
    return { clase: 'otra-persona', nombre: nombreLegible(nombre ?? 'Otra persona') };
  if (actor.startsWith('funcionario:')) return { clase: 'funcionario', nombre: nombre ?? 'Un funcionario' };
  if (actor.startsWith('visitante:')) return { clase: 'oficina', nombre: 'Alguien que no había entrado' };
  return { clase: 'oficina', nombre: 'La oficina' };
}

/** What one person did on one day: each thing once, with how many times and between which hours. */
export interface DiaDeAlguien {
  nombre: string;
  clase: Actuacion['clase'];
  quien: string;
  cosas: { que: string; veces: number }[];
  desde: Date;
  hasta: Date;
}

/** By day and by person, the newest first. */
export function porDias(filas: readonly Actuacion[]): { dia: Fecha; personas: DiaDeAlguien[] }[] {
  const dias = [...new Set(filas.map((f) => fechaEnBogota(f.cuando)))];
  return dias.map((dia) => {
    const delDia = filas.filter((f) => fechaEnBogota(f.cuando) === dia);
    const quienes = [...new Set(delDia.map((f) => f.quien))];
    return {
      dia,
      personas: quienes.flatMap((quien) => {
        const suyas = delDia.filter((f) => f.quien === quien);
        const [ultima, primera] = [suyas[0], suyas.at(-1)];
        if (!ultima || !primera) return [];
        const ques = [...new Set(suyas.map((f) => f.que))];
        return {
          nombre: ultima.nombre,
          clase: ultima.clase,
          quien,
          cosas: ques.map((que) => ({ que, veces: suyas.filter((f) => f.que === que).length })),
          desde: primera.cuando,
          hasta: ultima.cuando,
        };
      }),
    };
  });
}
