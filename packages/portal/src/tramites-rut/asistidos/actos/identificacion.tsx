import { definidos } from '@autogestion/normas/definidos';
import { formatearDocumento } from '@autogestion/normas/documentos-identidad';
import type { Fecha } from '@autogestion/normas/fechas';
import { cambiosDelRut, type RegistroRut } from '@autogestion/normas/rut';
import { CampoFecha } from '../../../interfaz/index.ts';
import {
  pasosDe,
  rutasDeRecorrido,
  type ContextoPagina,
  type Recorrido,
} from '../../../interfaz/recorrido/index.ts';
import { type Claves, type Reloj } from '../../../plataforma/index.ts';
import { erroresDeTramitesRut } from '../../errores.ts';
import { CamposDelDocumento, DOCUMENTO } from '../../inscripcion/pasos/identidad.tsx';
import { CamposNombres, NOMBRES } from '../../pasos/nombres.tsx';
import { presentarCambio, type HechosDeTitular } from '../atender.ts';
import { anotarCambioAsistido } from '../cambiar-registro.ts';
import { presentarActo } from '../presentar-acto.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import { baseDeActo, caminoDelActo, GUARDADO, soloNaturales, type Tramitador } from '../tramitador.ts';
import { campoCon, enCampos } from './campos.ts';
import {
  EXPEDICION,
  IdentidadVista,
  LUGAR,
  LugarDeExpedicion,
  resumenDeFecha,
  resumenDeLugar,
  VISTA,
} from './identidad-vista.tsx';

type Respuestas = {
  documento: { tipo: string; numero: string };
  nombres: { primerApellido: string; segundoApellido?: string; primerNombre: string; otrosNombres?: string };
  'fecha-expedicion': { fecha: Fecha };
  'lugar-expedicion': { municipio?: string };
  'identidad-vista': { vista: 'si' };
};
const paso = pasosDe<Respuestas, HechosDeTitular>();

const COLOMBIA = '169';

/** Boxes 25 to 34 as the document says them. The NIT is given once and stays. */
function conIdentificacion(r: RegistroRut, d: Respuestas): RegistroRut {
  const mayusculas = (t: string) => t.toLocaleUpperCase('es-CO');
  const { municipio } = d['lugar-expedicion'];
  const { segundoApellido, otrosNombres } = d.nombres;
  const { nombreComercial, sigla, paisExpedicion } = r.identificacion;
  return {
    ...r,
    identificacion: {
      tipoDocumento: d.documento.tipo,
      numero: d.documento.numero,
      fechaExpedicion: d['fecha-expedicion'].fecha,
      ...(municipio
        ? { paisExpedicion: COLOMBIA, municipioExpedicion: municipio }
        : paisExpedicion && { paisExpedicion }),
      primerApellido: mayusculas(d.nombres.primerApellido),
      ...definidos({ segundoApellido: segundoApellido ? mayusculas(segundoApellido) : undefined }),
      primerNombre: mayusculas(d.nombres.primerNombre),
      ...definidos({
        otrosNombres: otrosNombres ? mayusculas(otrosNombres) : undefined,
        nombreComercial: nombreComercial || undefined,
        sigla: sigla || undefined,
      }),
    },
  };
}

/** What the RUT says today, as the pages begin. */
function previo({ datos }: ContextoPagina<Respuestas, HechosDeTitular>) {
  const i = datos.hechos.registro?.identificacion ?? {};
  return {
    documento: { tipo: i.tipoDocumento ?? '', numero: i.numero ?? '' },
    nombres: {
      primerApellido: i.primerApellido ?? '',
      segundoApellido: i.segundoApellido ?? '',
      primerNombre: i.primerNombre ?? '',
      otrosNombres: i.otrosNombres ?? '',
    },
    fecha: enCampos(i.fechaExpedicion ?? ''),
    lugar: { municipio: i.municipioExpedicion ?? '' },
  };
}

function recorrido(reloj: Reloj): Recorrido<Respuestas, HechosDeTitular> {
  const parte = 'Lo que dice el documento';
  return {
    id: 'tramites-rut.asistido-identificacion',
    version: 1,
    titulo: 'Datos de identificación',
    diasDeEspera: 1,
    guardado: GUARDADO,
    pasos: [
      paso<'documento'>({
        slug: 'documento',
        parte,
        nombre: 'Documento',
        pregunta: '¿Qué documento presenta?',
        esquema: DOCUMENTO,
        pagina: (c) => <CamposDelDocumento campo={campoCon(c, previo(c).documento)} />,
        resumen: (v) => [{ clave: 'Documento', valor: formatearDocumento(v.tipo, v.numero) }],
        ejemplos: [{ escrito: { tipo: '13', numero: '52418906' } }],
      }),
      paso<'nombres'>({
        slug: 'nombres',
        parte,
        nombre: 'Nombres',
        pregunta: '¿Qué nombres tiene el documento?',
        esquema: NOMBRES,
        pagina: (c) => <CamposNombres campo={campoCon(c, previo(c).nombres)} />,
        resumen: (v) => [
          {
            clave: 'Nombre',
            valor: [v.primerApellido, v.segundoApellido, v.primerNombre, v.otrosNombres]
              .filter(Boolean)
              .join(' '),
          },
        ],
        ejemplos: [
          {
            escrito: {
              primerApellido: 'Prueba',
              segundoApellido: '',
              primerNombre: 'Persona',
              otrosNombres: '',
            },
          },
        ],
      }),
      paso<'fecha-expedicion'>({
        slug: 'fecha-expedicion',
        parte,
        nombre: 'Expedición',
        pregunta: '¿Cuándo se expidió?',
        esquema: EXPEDICION(reloj),
        pagina: (c) => (
          <CampoFecha
            {...campoCon(c, previo(c).fecha).fecha('fecha')}
            etiqueta="Fecha de expedición"
            ayuda="Por ejemplo, 27 3 2014"
          />
        ),
        resumen: resumenDeFecha('Expedición'),
        ejemplos: [{ escrito: { 'fecha-dia': '27', 'fecha-mes': '3', 'fecha-anio': '2014' } }],
      }),
      paso<'lugar-expedicion'>({
        slug: 'lugar-expedicion',
        parte,
        nombre: 'Lugar',
        pregunta: '¿Dónde se expidió?',
        esquema: LUGAR,
        pagina: (c) => <LugarDeExpedicion campo={campoCon(c, previo(c).lugar)} />,
        resumen: resumenDeLugar,
        ejemplos: [{ escrito: { municipio: '11001' } }, { escrito: { municipio: '' } }],
      }),
      paso<'identidad-vista'>({
        slug: 'identidad-vista',
        parte: 'Lo que usted comprobó',
        nombre: 'Comprobación',
        pregunta: '¿Comprobó que es la persona?',
        esquema: VISTA,
        pagina: (c) => <IdentidadVista campo={c.campo} />,
        ejemplos: [{ escrito: { vista: 'si' } }],
      }),
    ],
    revision: { titulo: 'Revise antes de presentárselo a la persona', boton: 'Presentar' },
    async terminar({ trx, datos: { respuestas, hechos } }) {
      const { titular, base, registro: antes } = hechos as HechosDeTitular;
      const registro = conIdentificacion(antes, respuestas);
      if (cambiosDelRut(antes, registro).length === 0) throw erroresDeTramitesRut.sinCambios();
      const presentacion = presentarCambio('Cambiar sus datos de identificación en el RUT', antes, registro, [
        'Son los de su documento original, que el funcionario vio.',
        'Su NIT no cambia. Desde ahora entra a la oficina con el documento que queda.',
      ]);
      const a = await presentarActo(trx, {
        clase: 'identificacion',
        titular,
        datos: { base, registro },
        presentacion,
        destino: antes.ubicacion.correo,
      });
      return { a: caminoDelActo(a.idPublico), resultado: {} };
    },
  };
}

export function datosDeIdentificacion(e: { claves: Claves; reloj: Reloj }): Tramitador {
  const def = recorrido(e.reloj);
  return {
    clase: {
      clase: 'identificacion',
      nombre: 'Datos de identificación',
      ayuda:
        'Nombres, tipo y número de documento, fecha y lugar de expedición. Con el documento original a la vista.',
      fundamento:
        'DUR 1625 de 2016, art. 1.6.1.2.14; comunicado de la DIAN del 25 de febrero de 2022, caso 2',
      efecto: anotarCambioAsistido,
    },
    recorrido: def,
    deTitular: {
      impide: soloNaturales,
    },
    rutas: rutasDeRecorrido(def, {
      base: baseDeActo('identificacion'),
      acceso: 'funcionario',
      roles: SOBRE_UN_RUT.atender,
      claves: e.claves,
    }),
  };
}
