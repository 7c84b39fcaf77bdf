import { POLITICA_DE_PERSONAS } from '@autogestion/documentos';
import { MARGEN_DIAS_HABILES, VIGENCIA_ANIOS } from '@autogestion/normas/firma';
import { Pagina, renderizarPagina } from '../../interfaz/index.ts';
import { ACUERDO } from '../acuerdo.ts';
import { TextoDelAcuerdo } from './acuerdo.tsx';

/** The policy that certificates point to: for whoever relies on a signature. */
export const paginaPolitica = () =>
  renderizarPagina(
    <Pagina
      titulo="Política de los certificados de firma"
      encabezado="Política de los certificados de firma de personas"
      migas={[{ texto: 'Inicio', href: '/' }]}
    >
      <p class="govuk-body">
        Identificador <code class="huella">{POLITICA_DE_PERSONAS}</code>.
      </p>
      <h2 class="govuk-heading-m">Para qué sirven</h2>
      <p class="govuk-body">
        Para que una persona inscrita en el RUT firme sus actos ante esta oficina y cualquiera pueda
        comprobarlo. Dicen el nombre y el NIT de la persona y ningún otro dato. No son certificados de firma
        digital ni de una entidad acreditada.
      </p>
      <h2 class="govuk-heading-m">Cómo se emiten</h2>
      <p class="govuk-body">
        A quien entró con su cuenta, aceptó el acuerdo, coincide con el registro de identidad y escribió un
        código que se envió al correo o al celular que ya tenía registrado. La clave de firma se guarda
        cifrada con una contraseña que solo conoce la persona; la oficina no tiene copia que pueda abrir por
        sí sola. Duran {VIGENCIA_ANIOS} años y se recomienda renovarlos {MARGEN_DIAS_HABILES} días hábiles
        antes.
      </p>
      <h2 class="govuk-heading-m">Cómo se comprueban</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href="/verificar/autoridad.pem">
            Certificados de la oficina
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/firma/revocados.crl">
            Lista de certificados revocados
          </a>
          , al día en cada descarga
        </li>
        <li>
          <a class="govuk-link" href="/verificar">
            Verificar un documento
          </a>
        </li>
      </ul>
      <h2 class="govuk-heading-m">{ACUERDO.titulo}</h2>
      <TextoDelAcuerdo />
    </Pagina>,
  );
