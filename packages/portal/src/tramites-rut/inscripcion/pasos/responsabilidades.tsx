import { definidos } from '@autogestion/normas/definidos';
import { anioDe } from '@autogestion/normas/fechas';
import {
  proponerResponsabilidades,
  type HechosResponsabilidades,
  type ResponsabilidadPropuesta,
} from '@autogestion/normas/rut';
import { z } from 'zod';
import { Casillas, Etiqueta } from '../../../interfaz/index.ts';
import type { Paso } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { cuestionario, respuestasDichas } from '../../pasos/preguntas.tsx';
import { unaDe } from '../campos.ts';
import { paso, type DatosInscripcion, type Hechos, type Respuestas } from '../tipos.ts';

const PARTE = 'Sus responsabilidades';

/** What the journey knows, as the law's questionnaire asks it. Several establishments follow from their number. */
function hechosDe(d: DatosInscripcion, anio: number): HechosResponsabilidades {
  const { respuestas: r } = d;
  const respuestas = respuestasDichas(r, r.establecimientos);
  const actividades = [r.actividad, r['actividad-secundaria']].filter((a) => a !== undefined);
  return { actividades, anio, respuestas, ...definidos({ municipio: r.municipio }) };
}

/** Box 53 with the reason of each code; empty while a question is open. */
export function responsabilidadesDe(d: DatosInscripcion, anio: number): ResponsabilidadPropuesta[] {
  const propuesta = proponerResponsabilidades(hechosDe(d, anio));
  return propuesta.ok ? propuesta.valor : [];
}

/** One page per question of the law's questionnaire, and the page that shows what follows from the answers. */
export function pasosResponsabilidades(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  const anio = () => anioDe(reloj.hoy());
  return [
    ...cuestionario<Respuestas, Hechos>({
      parte: PARTE,
      nombre: PARTE,
      hechos: (d) => hechosDe(d, anio()),
    }).pasos,
    paso<'responsabilidades'>({
      slug: 'responsabilidades',
      parte: PARTE,
      nombre: 'Sus responsabilidades',
      pregunta: 'Estas son sus responsabilidades tributarias',
      esquema: z.object({
        confirma: unaDe(
          ['si'],
          'Marque la casilla para confirmar, o vuelva y cambie la respuesta que no corresponda.',
        ),
      }),
      pagina: (c) => (
        <>
          <Propuesta propuestas={responsabilidadesDe(c.datos, anio())} />
          <Casillas
            {...c.campo.varios('confirma')}
            etiqueta="Confirmación"
            opciones={[{ valor: 'si', texto: 'Confirmo que esto corresponde a lo que hago' }]}
          />
        </>
      ),
      resumen: (_, d) => {
        const propuestas = responsabilidadesDe(d, anio());
        const valor = propuestas.map((r) => `${r.codigo} · ${r.nombre}`).join('; ');
        return [{ clave: 'Responsabilidades', valor: valor || 'Ninguna por ahora' }];
      },
      ejemplos: [{ escrito: { confirma: 'si' } }],
    }),
  ];
}

function Propuesta({ propuestas }: { propuestas: ResponsabilidadPropuesta[] }) {
  if (propuestas.length === 0) {
    return (
      <p class="govuk-body">
        Con lo que respondió, por ahora no le corresponde ninguna. Si su situación cambia, actualice el RUT
        dentro del mes siguiente.
      </p>
    );
  }
  return (
    <>
      <p class="govuk-body">
        Salen de lo que usted respondió. Si alguna no corresponde, vuelva y cambie esa respuesta.
      </p>
      <ul class="govuk-list responsabilidades">
        {propuestas.map((r) => (
          <li>
            <p class="govuk-body govuk-!-margin-bottom-1">
              <span class="numero-de-casilla">{r.codigo}</span> <strong>{r.nombre}</strong>{' '}
              {r.certeza === 'parametro' ? <Etiqueta>Por confirmar</Etiqueta> : null}
            </p>
            <p class="govuk-body-s">
              {r.razon} ({r.articulo})
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
