import { definidos } from '@autogestion/normas/definidos';
import { analizarDireccion } from '@autogestion/normas/direccion';
import { municipio, MUNICIPIOS, nombreCompleto } from '@autogestion/normas/geografia';
import { evaluarActualizacionDeOficio, type RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoTexto, Selector } from '../../interfaz/index.ts';
import { enviarMensaje, llamar, type Transaccion } from '../../plataforma/index.ts';
import { CORREO_ESCRITO, correoOcupado, escribirVersion, versionVigente } from '../../rut/index.ts';
import type { CasoParaEfecto } from '../../tramites/index.ts';
import { linea } from '../inscripcion/campos.ts';
import { erroresDeTramitesRut } from '../errores.ts';
import { filaDe } from './fila-de.ts';
import type { DefinicionDeActo } from './acto.ts';
import { CampoEvidencia, evidencia } from './campos.tsx';
import { flujoDeOficio } from './flujo.ts';
import { plantillaDelActo } from './plantilla.ts';

const SolicitudActualizacionDeOficio = z.object({
  /** 39 and 40 */
  municipio: z.string().optional(),
  /** 41 */
  direccion: z.string().optional(),
  /** 42 */
  correo: z.string().optional(),
  evidencia: z.string(),
});
type SolicitudActualizacionDeOficio = z.output<typeof SolicitudActualizacionDeOficio>;

/** The record with what the act changes. */
function conLoNuevo(r: RegistroRut, s: Partial<SolicitudActualizacionDeOficio>): RegistroRut {
  const { municipio: m, direccion, correo } = s;
  return {
    ...r,
    ubicacion: {
      ...r.ubicacion,
      ...definidos({
        municipio: m || undefined,
        direccion: direccion || undefined,
        correo: correo || undefined,
      }),
    },
  };
}

const nombreDeMunicipio = (codigo: string): string => {
  const m = municipio(codigo);
  return m ? nombreCompleto(m) : codigo;
};

export const actualizacion = (): DefinicionDeActo<SolicitudActualizacionDeOficio> => ({
  slug: 'actualizacion',
  nombre: 'Actualizar de oficio la dirección o el correo',
  ayuda: 'De una persona natural (casillas 38 a 42), con un acto motivado. La confirma otro funcionario.',
  pregunta: 'Actualizar de oficio',
  caso: {
    tipo: 'tramites-rut.actualizacion-de-oficio',
    nombre: 'Actualización de oficio del RUT',
    flujo: flujoDeOficio({
      nombre: 'Actualización de oficio',
      verbo: 'Actualizar',
      ordenado: {
        nombre: 'Actualizado',
        queSigue: 'La oficina cambió su RUT. Lea la decisión: dice qué cambió, por qué y qué recursos tiene.',
      },
      resuelve: 'Se actualiza de oficio el RUT (concepto 13).',
      conRecursos: true,
      plazos: { decidir: 'rut-decision', sinFuente: true },
    }),
    // The e-mail is where a person's codes arrive: nobody changes it alone.
    cuatroOjos: true,
    esquema: SolicitudActualizacionDeOficio,
    presentar: (s) => ({
      titulo: 'Actualización de oficio del RUT',
      secciones: [
        {
          titulo: 'Lo que se estudia',
          parrafos: ['Cambiar de oficio estos datos, por el artículo 1.6.1.2.15 del Decreto 1625 de 2016.'],
          filas: [
            ...filaDe('Casillas 39 y 40, municipio', s.municipio && nombreDeMunicipio(s.municipio)),
            ...filaDe('Casilla 41, dirección', s.direccion),
            ...filaDe('Casilla 42, correo electrónico', s.correo),
            { clave: 'En qué se apoya', valor: s.evidencia },
          ],
        },
      ],
    }),
    verificables: [],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDelActo(sentido, evaluacion, {
        que: 'actualizar de oficio la dirección o el correo del RUT',
        evidencia: solicitud.evidencia,
        efecto:
          'El RUT tiene desde hoy una versión nueva, con el concepto 13. Este acto se notifica (ET 565).',
        articulos: ['ET 565'],
      }),
    alAprobar: actualizar,
  },
  evaluar: (h, s) => {
    const e = evaluarActualizacionDeOficio({
      antes: h.registro,
      despues: conLoNuevo(h.registro, s),
      estado: h.estado,
    });
    // Before anything is written, that nothing changes stops nobody.
    if (s.evidencia !== undefined) return e;
    return { ...e, condiciones: e.condiciones.filter((c) => c.id !== 'hay-cambios') };
  },
  escrito: z
    .object({
      municipio: linea.refine((v) => v === '' || municipio(v) !== undefined, {
        error: 'Elija el municipio.',
      }),
      direccion: linea.transform((v, ctx) => {
        if (v === '') return v;
        const leida = analizarDireccion(v);
        if (leida.ok) return leida.valor;
        ctx.addIssue({ code: 'custom', message: leida.mensaje });
        return z.NEVER;
      }),
      correo: linea.transform((v, ctx) => {
        if (v === '') return v;
        const leido = CORREO_ESCRITO.safeParse(v);
        if (leido.success) return leido.data;
        for (const { message } of leido.error.issues) ctx.addIssue({ code: 'custom', message });
        return z.NEVER;
      }),
      evidencia,
    })
    .transform((v, ctx): SolicitudActualizacionDeOficio => {
      if (v.municipio === '' && v.direccion === '' && v.correo === '')
        ctx.addIssue({
          code: 'custom',
          message: 'Escriba al menos un dato que cambia.',
          path: ['direccion'],
        });
      if (v.municipio !== '' && v.direccion === '')
        ctx.addIssue({ code: 'custom', message: 'Escriba también la dirección.', path: ['direccion'] });
      return {
        ...definidos({
          municipio: v.municipio || undefined,
          direccion: v.direccion || undefined,
          correo: v.correo || undefined,
        }),
        evidencia: v.evidencia,
      };
    }),
  pagina: ({ campo, datos }) => {
    const u = datos.hechos.registro?.ubicacion;
    return (
      <>
        <p class="govuk-body">
          Hoy dice: {u ? `${u.direccion}, ${nombreDeMunicipio(u.municipio)}; correo ${u.correo}` : ''}. Deje
          en blanco lo que no cambia.
        </p>
        <Selector
          {...campo.texto('municipio')}
          etiqueta="Municipio (casillas 39 y 40)"
          opcional
          conBusqueda
          vacia="No cambia"
          opciones={MUNICIPIOS.map((m) => ({ valor: m.codigo, texto: nombreCompleto(m) }))}
        />
        <CampoTexto
          {...campo.texto('direccion')}
          etiqueta="Dirección (casilla 41)"
          opcional
          autocompletar="off"
        />
        <CampoTexto
          {...campo.texto('correo')}
          etiqueta="Correo electrónico (casilla 42)"
          ayuda="Ahí llegan los códigos con los que la persona entra. El correo anterior recibe un aviso."
          opcional
          tipo="email"
          autocompletar="off"
          ortografia={false}
          mayusculas="none"
        />
        <CampoEvidencia campo={campo} etiqueta="En qué se apoya" />
      </>
    );
  },
  async alGuardar({ trx }, { correo }) {
    return correo && (await correoOcupado(trx, correo))
      ? { tipo: 'rechazado', campos: { correo: OCUPADO } }
      : { tipo: 'guardado' };
  },
  ejemplo: {
    direccion: 'Calle 13 # 5 - 20',
    evidencia: 'Guía de correo devuelta y visita del 3 de marzo de 2026.',
  },
});

const OCUPADO = 'Ese correo ya es de otra persona inscrita en el RUT.';

/** A version with concept 13, by the radicado of the case. The previous e-mail is told when it changes. */
async function actualizar(
  trx: Transaccion,
  caso: CasoParaEfecto<SolicitudActualizacionDeOficio>,
): Promise<void> {
  await llamar(trx, 'tramites_rut.tomar_registro', { caso: caso.id, ahora: trx.ahora });
  const vigente = await versionVigente(trx, caso.titular);
  if (!vigente) throw new Error('Who decides a case reads the registry of its taxpayer');
  const registro = conLoNuevo(vigente.registro, caso.solicitud);
  await escribirVersion(trx, {
    titular: caso.titular,
    registro,
    concepto: '13',
    radicado: caso.radicado,
    insertar: (v) =>
      llamar(trx, 'tramites_rut.actualizar_de_oficio', {
        caso: caso.id,
        version: v.id,
        formulario: v.formulario,
        registro: v.registro,
        hash: v.hash,
        ahora: trx.ahora,
      }),
  }).catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'correo_en_uso_correo_key'
      ? erroresDeTramitesRut.correoOcupado(OCUPADO)
      : error;
  });
  const anterior = vigente.registro.ubicacion.correo;
  if (anterior.toLowerCase() === registro.ubicacion.correo.toLowerCase()) return;
  await enviarMensaje(trx, {
    canal: 'correo',
    destino: anterior,
    asunto: 'La oficina cambió el correo de su RUT',
    texto: [
      `Desde hoy este correo ya no es el de su RUT: la oficina lo cambió de oficio, con el radicado ${caso.radicado}.`,
      'La decisión dice por qué y qué recursos tiene. Si usted no entiende por qué cambió, acérquese a una sede o pida una cita de videoatención.',
    ].join('\n\n'),
  });
}
