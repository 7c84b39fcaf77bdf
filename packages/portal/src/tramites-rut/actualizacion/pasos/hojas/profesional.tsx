import { formatearNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { CampoTexto } from '../../../../interfaz/index.ts';
import { partesDeCierre, repetidos, type Paso } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { linea, unaDe } from '../../../inscripcion/campos.ts';
import { CARGOS, type Cargo } from '../../respuestas-hojas.ts';
import { empresaQuizas } from '../../campos.ts';
import {
  cambia,
  hechosDe,
  paso,
  type DatosActualizacion,
  type Hechos,
  type Respuestas,
} from '../../tipos.ts';
import {
  diaEscrito,
  documentoEscrito,
  exigirRut,
  listaRepetida,
  nombreEscrito,
  partesDeAccion,
  partesDeDocumento,
  partesDeFecha,
  partesDeNombres,
  unaVezCadaUno,
} from './comun.tsx';

const PARTE = 'Revisor fiscal y contador';
const GRUPO = 'profesional';
const NOMBRE_CARGO: Readonly<Record<Cargo, string>> = {
  revisorFiscal: 'Revisor fiscal principal',
  revisorFiscalSuplente: 'Revisor fiscal suplente',
  contador: 'Contador',
};
const TEXTOS = { poner: 'Entró una persona', retirar: 'Salió y nadie quedó en su lugar' } as const;

const toca = cambia('revisor-contador');
const cargoDe = (d: DatosActualizacion) => d.respuestas['profesional-cargo']?.cargo;
const hayEnElCargo = (d: DatosActualizacion) => {
  const cargo = cargoDe(d);
  return cargo !== undefined && hechosDe(d).registro[cargo] !== undefined;
};
export const entraProfesional = (d: DatosActualizacion) =>
  toca(d) && d.respuestas['profesional-accion']?.accion === 'poner';

/** One change of each office in a draft. */
const CARGO = unaVezCadaUno({
  grupo: GRUPO,
  campo: 'cargo',
  etiqueta: 'Cargo',
  valores: CARGOS,
  nombres: NOMBRE_CARGO,
  dicho: cargoDe,
  repetido: 'Ya anotó un cambio en ese cargo: corríjalo o quítelo.',
});

function describir(d: DatosActualizacion): string | undefined {
  const { 'profesional-nombres': n, 'profesional-nombramiento': f } = d.respuestas;
  const [cargo, accion] = [cargoDe(d), d.respuestas['profesional-accion']?.accion];
  if (!cargo || !accion) return undefined;
  if (accion === 'retirar') return `${NOMBRE_CARGO[cargo]}: salió y nadie quedó en su lugar`;
  return n && f && `${NOMBRE_CARGO[cargo]}: entró ${nombreEscrito(n)}`;
}

const REPETIDO = {
  ...listaRepetida(GRUPO, describir),
  puedeOtra: CARGO.puedeOtra,
};

/** Sheet 5 (boxes 124 to 159). */
export function pasosProfesional(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  const deUnCambio = [
    paso<'profesional-cargo'>({
      slug: 'profesional-cargo',
      parte: PARTE,
      nombre: 'Cargo',
      pregunta: '¿En qué cargo hubo un cambio?',
      aplica: toca,
      esquema: z.object({ cargo: unaDe(CARGOS, 'Elija el cargo.') }),
      ...CARGO.partes,
    }),
    paso<'profesional-accion'>({
      slug: 'profesional-accion',
      parte: PARTE,
      nombre: 'Qué cambia en el cargo',
      pregunta: '¿Qué pasó?',
      aplica: toca,
      ...partesDeAccion(['poner', 'retirar'], TEXTOS, (d, a) => a === 'poner' || hayEnElCargo(d)),
      cumplido: (d) => d.respuestas['profesional-accion']?.accion === 'poner' || hayEnElCargo(d),
      resumen: (v) => [{ clave: 'Qué pasó', valor: TEXTOS[v.accion] }],
    }),
    paso<'profesional-documento'>({
      slug: 'profesional-documento',
      parte: PARTE,
      nombre: 'Documento',
      pregunta: '¿Cuál es el documento de quien entra al cargo?',
      aplica: entraProfesional,
      ...partesDeDocumento(),
      alGuardar: (c, v) => exigirRut(c, v),
      resumen: (v) => [{ clave: 'Documento', valor: documentoEscrito(v) }],
    }),
    paso<'profesional-nombres'>({
      slug: 'profesional-nombres',
      parte: PARTE,
      nombre: 'Nombres',
      pregunta: '¿Cómo se llama quien entra al cargo?',
      aplica: entraProfesional,
      ...partesDeNombres,
      resumen: (v) => [{ clave: 'Nombre', valor: nombreEscrito(v) }],
    }),
    paso<'profesional-tarjeta'>({
      slug: 'profesional-tarjeta',
      parte: PARTE,
      nombre: 'Tarjeta profesional',
      pregunta: '¿Cuál es su tarjeta profesional?',
      aplica: entraProfesional,
      esquema: z.object({
        tarjeta: linea
          .transform((v) => v.replace(/\s/g, '').toUpperCase())
          .refine((v) => /^\d{1,7}-?[A-Z]?$/.test(v), {
            error: 'Escriba el número de la tarjeta y su letra, por ejemplo 12345-T.',
          }),
      }),
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('tarjeta')}
          etiqueta="Número de tarjeta profesional"
          ayuda="Por ejemplo, 12345-T"
          ortografia={false}
          ancho={10}
        />
      ),
      resumen: (v) => [{ clave: 'Tarjeta profesional', valor: v.tarjeta }],
      ejemplos: [{ escrito: { tarjeta: '12345-t' } }],
    }),
    paso<'profesional-firma'>({
      slug: 'profesional-firma',
      parte: PARTE,
      nombre: 'Firma',
      pregunta: '¿Lo designó una firma?',
      aplica: entraProfesional,
      esquema: empresaQuizas('la firma', false),
      pagina: (c) => (
        <>
          <p class="govuk-body">Si trabaja por su cuenta, deje los dos campos vacíos.</p>
          <CampoTexto {...c.campo.texto('nit')} etiqueta="NIT de la firma" opcional ancho={20} />
          <CampoTexto
            {...c.campo.texto('nombre')}
            etiqueta="Nombre de la firma"
            opcional
            ortografia={false}
          />
        </>
      ),
      resumen: (v) => [
        { clave: 'Firma', valor: v.nit === '' ? 'Ninguna' : `${v.nombre}, NIT ${formatearNit(v.nit)}` },
      ],
      ejemplos: [
        { escrito: { nit: '', nombre: '' } },
        { escrito: { nit: '899.999.034-1', nombre: 'Cuentas Claras' } },
      ],
    }),
    paso<'profesional-nombramiento'>({
      slug: 'profesional-nombramiento',
      parte: PARTE,
      nombre: 'Nombramiento',
      pregunta: '¿Qué día fue el nombramiento?',
      aplica: entraProfesional,
      ...partesDeFecha(reloj, 'Fecha de nombramiento'),
      resumen: (v) => [{ clave: 'Nombramiento', valor: diaEscrito(v) }],
    }),
  ];
  return [
    ...repetidos(REPETIDO, deUnCambio),
    paso<'profesional-otra-vez'>({
      slug: 'profesional-otra-vez',
      parte: PARTE,
      nombre: 'Otro cambio',
      pregunta: '¿Hay otro cambio en el revisor fiscal o el contador?',
      aplica: toca,
      ...partesDeCierre(REPETIDO),
    }),
  ];
}
