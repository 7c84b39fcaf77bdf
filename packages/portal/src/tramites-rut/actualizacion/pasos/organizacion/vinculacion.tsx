import { formatearNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { CampoTexto, Radios } from '../../../../interfaz/index.ts';
import type { Paso } from '../../../../interfaz/recorrido/index.ts';
import { siONo } from '../../../inscripcion/campos.ts';
import { conLoDeHoy, empresaQuizas, textoDeHasta } from '../../campos.ts';
import {
  cambia,
  hechosDe,
  paso,
  type DatosActualizacion,
  type Hechos,
  type Respuestas,
} from '../../tipos.ts';
import { guardadoSalvo } from '../hojas/comun.tsx';

const PARTE = 'Grupo económico';
const toca = cambia('vinculacion');
export const hayVinculacion = (d: DatosActualizacion) =>
  toca(d) && d.respuestas['vinculacion-hay']?.hay === 'si';
const deHoy = (d: DatosActualizacion) => hechosDe(d).registro.organizacion?.vinculacion;

const conDv = (nit: string | undefined) => nit && formatearNit(nit);

/** Boxes 93 to 97. */
export function pasosVinculacion(): Paso<Respuestas, Hechos>[] {
  return [
    paso<'vinculacion-hay'>({
      slug: 'vinculacion-hay',
      parte: PARTE,
      nombre: 'Vinculación económica',
      pregunta: '¿La entidad es de un grupo económico, o tiene una matriz que la controla?',
      aplica: toca,
      esquema: z.object({ hay: siONo('Responda sí o no.') }),
      pagina: (c) => (
        <Radios
          {...c.campo.texto('hay')}
          etiqueta="Su respuesta"
          opciones={[
            { valor: 'si', texto: 'Sí' },
            { valor: 'no', texto: 'No' },
          ]}
        />
      ),
      resumen: (v) => [{ clave: 'Vinculación económica', valor: v.hay === 'si' ? 'Sí' : 'No' }],
      ejemplos: [{ escrito: { hay: 'no' } }, { escrito: { hay: 'si' } }],
    }),
    paso<'vinculacion-grupo'>({
      slug: 'vinculacion-grupo',
      parte: PARTE,
      nombre: 'Grupo',
      pregunta: '¿Cómo se llama el grupo?',
      aplica: hayVinculacion,
      esquema: z.object({ grupo: textoDeHasta(150, 'El nombre del grupo') }),
      pagina: (c) => (
        <CampoTexto
          {...conLoDeHoy(c, 'grupo', deHoy(c.datos)?.grupo)}
          etiqueta="Nombre del grupo económico o empresarial"
          ayuda="Si solo tiene una matriz, déjelo vacío."
          opcional
          ortografia={false}
        />
      ),
      resumen: (v) => [{ clave: 'Grupo', valor: v.grupo || 'Ninguno' }],
      ejemplos: [{ escrito: { grupo: 'Grupo Ficticio' } }],
    }),
    paso<'vinculacion-matriz'>({
      slug: 'vinculacion-matriz',
      parte: PARTE,
      nombre: 'Matriz',
      pregunta: '¿Quién es la matriz o controlante?',
      aplica: hayVinculacion,
      esquema: empresaQuizas('la matriz', true),
      pagina: (c) => (
        <>
          <p class="govuk-body">Si el grupo no tiene una, deje los dos campos vacíos.</p>
          <CampoTexto
            {...conLoDeHoy(c, 'nit', conDv(deHoy(c.datos)?.matriz?.nit))}
            etiqueta="NIT, con su dígito de verificación"
            ayuda="Por ejemplo, 900.123.456-8"
            opcional
            ancho={20}
          />
          <CampoTexto
            {...conLoDeHoy(c, 'nombre', deHoy(c.datos)?.matriz?.nombre)}
            etiqueta="Nombre o razón social"
            opcional
            ortografia={false}
          />
        </>
      ),
      alGuardar: async (c, v) => {
        if (v.nit === hechosDe(c.datos).registro.nit)
          return guardadoSalvo('nit', 'Una entidad no puede ser su propia matriz.');
        const nada = v.nit === '' && c.datos.respuestas['vinculacion-grupo']?.grupo === '';
        return guardadoSalvo('nit', nada ? 'Diga el nombre del grupo o quién es la matriz.' : undefined);
      },
      resumen: (v) => [
        { clave: 'Matriz', valor: v.nit === '' ? 'Ninguna' : `${v.nombre}, NIT ${formatearNit(v.nit)}` },
      ],
      ejemplos: [
        { escrito: { nit: '', nombre: '' } },
        { escrito: { nit: '899.999.034-1', nombre: 'Ficticia Holding' } },
      ],
    }),
  ];
}
