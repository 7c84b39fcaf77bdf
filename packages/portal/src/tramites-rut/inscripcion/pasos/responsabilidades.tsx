import { definidos } from '@autogestion/normas/definidos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { anioDe, type Fecha } from '@autogestion/normas/fechas';
import { separarMiles } from '@autogestion/normas/nit';
import {
  costoDeInscribirseTarde,
  proponerResponsabilidades,
  type CostoDeInscribirseTarde,
  type HechosResponsabilidades,
  type ResponsabilidadPropuesta,
} from '@autogestion/normas/rut';
import { Advertencia, Etiqueta } from '../../../interfaz/index.ts';
import { autorizacion } from '../../../interfaz/preguntas/index.ts';
import { guion, type Datos } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import type { RespuestasActividad } from '../../pasos/index.ts';
import { cuestionario, respuestasDichas, type RespuestasPreguntas } from '../../pasos/index.ts';
import type { RespuestasUbicacion } from '../../pasos/index.ts';

const PARTE = 'Sus responsabilidades';

type Antes = RespuestasUbicacion & RespuestasActividad;
type DatosDeResponsabilidades = Datos<Antes & RespuestasPreguntas, object>;

/** What the journey knows, as the law's questionnaire asks it. Several establishments follow from their number. */
function hechosDe(d: DatosDeResponsabilidades, anio: number): HechosResponsabilidades {
  const { respuestas: r } = d;
  const respuestas = respuestasDichas(r, r.establecimientos);
  const actividades = [r.actividad, r['actividad-secundaria']].filter((a) => a !== undefined);
  return { actividades, anio, respuestas, ...definidos({ municipio: r.municipio }) };
}

/** Box 53 with the reason of each code; empty while a question is open. */
export function responsabilidadesDe(d: DatosDeResponsabilidades, anio: number): ResponsabilidadPropuesta[] {
  const propuesta = proponerResponsabilidades(hechosDe(d, anio));
  return propuesta.ok ? propuesta.valor : [];
}

/** One page per question of the law's questionnaire, and the page that shows what follows from the answers. */
export const responsabilidades = (reloj: Reloj) => {
  const anio = () => anioDe(reloj.hoy());
  return guion<object, Antes>()
    .con(cuestionario<Antes, object>({ parte: PARTE, nombre: PARTE, hechos: (d) => hechosDe(d, anio()) }))
    .parte(PARTE)
    .paso(
      'responsabilidades',
      { nombre: PARTE, pregunta: 'Estas son sus responsabilidades tributarias' },
      autorizacion({
        campo: 'confirma',
        antes: (d) => (
          <>
            <Propuesta propuestas={responsabilidadesDe(d, anio())} />
            <InscripcionTardia costo={costoDe(d, reloj.hoy())} />
          </>
        ),
        etiqueta: 'Confirmación',
        texto: 'Confirmo que esto corresponde a lo que hago',
        falta: 'Marque la casilla para confirmar, o vuelva y cambie la respuesta que no corresponda.',
        ademas: (_, d) => {
          const propuestas = responsabilidadesDe(d, anio()).map((r) => `${r.codigo} · ${r.nombre}`);
          const costo = costoDe(d, reloj.hoy());
          return [
            { rotulo: 'Responsabilidades', valor: propuestas.join('; ') || 'Ninguna por ahora' },
            ...(costo ? [{ rotulo: 'Inscripción tardía', valor: loQueCuesta(costo) }] : []),
          ];
        },
      }),
    );
};

/** What it may cost that the main activity began before today, and the earliest of the two if there are two. */
function costoDe(d: DatosDeResponsabilidades, hoy: Fecha): CostoDeInscribirseTarde | undefined {
  const { respuestas: r } = d;
  const inicios = [
    { actividad: r.actividad, inicio: r['inicio-actividad'] },
    { actividad: r['actividad-secundaria'], inicio: r['inicio-secundaria'] },
  ];
  return inicios
    .flatMap(({ actividad, inicio }) => {
      if (actividad === undefined || inicio === undefined) return [];
      const conEstablecimiento = (r.establecimientos ?? 0) > 0;
      return costoDeInscribirseTarde({ actividad, inicio, inscripcion: hoy, conEstablecimiento }) ?? [];
    })
    .sort((a, b) => b.dias - a.dias)[0];
}

const cuantos = (n: number) => `${separarMiles(String(n))} ${n === 1 ? 'día' : 'días'}`;

const loQueCuesta = (c: CostoDeInscribirseTarde): string =>
  c.tipo === 'clausura'
    ? `hasta ${cuantos(c.diasDeCierre)} de cierre del local (${c.articulo})`
    : `hasta ${separarMiles(String(c.dias))} UVT${c.pesos === undefined ? '' : `, unos ${formatearPesos(c.pesos)}`} (${c.articulo})`;

function InscripcionTardia({ costo }: { costo: CostoDeInscribirseTarde | undefined }) {
  if (!costo) return null;
  return (
    <Advertencia>
      Según lo que escribió, empezó hace {cuantos(costo.dias)}. Quien debe estar en el RUT se inscribe antes
      de empezar. Por inscribirse tarde le pueden imponer una sanción de {loQueCuesta(costo)}. Si se inscribe
      hoy, deja de crecer. La decide la DIAN, no esta página, y puede ser menor (ET 640). Si la fecha no es
      esa, vuelva y corríjala.
    </Advertencia>
  );
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
